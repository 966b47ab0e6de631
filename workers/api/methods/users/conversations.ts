import { maySeePublicChannels } from '../../../../domain/permissions/permissions.ts';
import type { ChannelSummary } from '../../../../protocol/channel-summary.ts';
import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isChannelId, isUserId } from '../../../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../../../protocol/ids.ts';
import type { Membership } from '../../../../protocol/objects/member.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { readTypes } from '../../conversation-types.ts';
import type { CallerCall } from '../../context.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';
import { seesAll } from '../../sight.ts';

export const usersConversations = handler<'users.conversations'>(async (context, args) => {
  const { objects, actor } = context;
  const directory = objects.directory(actor.teamId);
  const user = args.user ?? actor.userId;
  const types = readTypes(args.types);
  if (!types.ok) return types;
  const start = readCursor('users.conversations', args.cursor, isChannelId);
  if (!start.ok) return start;
  if (!isUserId(user)) return refuse('user_not_found');
  const isThere = user === actor.userId || (await directory.person(user)) !== undefined;
  if (!isThere || !(await seesAll(context, [user]))) return refuse('user_not_found');
  const own = await channelsOf(context, actor.userId);
  const theirs = user === actor.userId ? own : await channelsOf(context, user);
  const { channels, more } = await directory.channels({
    kinds: types.kinds,
    excludeArchived: args.exclude_archived,
    memberOf: [...theirs.keys()],
    publicOnlyIfMember: true,
    limit: args.limit,
    ...(start.after === undefined ? {} : { after: start.after }),
  });
  // Of somebody else's: what the caller is in too, and what is public to them. A page may so hold fewer than asked.
  const isVisible = ({ id, kind }: ChannelSummary) =>
    own.has(id) || (kind === 'public' && maySeePublicChannels(actor));
  return accept({
    channels: channels
      .filter((summary) => isVisible(summary))
      .map((summary) =>
        showConversation(context, summary, {
          isMember: own.has(summary.id),
          isOpen: own.get(summary.id)?.isOpen,
          withCount: true,
        }),
      ),
    response_metadata: {
      next_cursor: writeCursor('users.conversations', more ? channels.at(-1)?.id : undefined),
    },
  });
});

async function channelsOf(
  { objects, actor }: CallerCall,
  userId: UserId,
): Promise<Map<ChannelId, Membership>> {
  const memberships = await objects.member(actor.teamId, userId).memberships();
  return new Map(memberships.map((membership) => [membership.channelId, membership]));
}
