import { maySeePublicChannels } from '../../../../domain/permissions/permissions.ts';
import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isChannelId } from '../../../../protocol/ids.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { readTypes } from '../../conversation-types.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsList = handler<'conversations.list'>(async (context, args) => {
  const { objects, actor } = context;
  const types = readTypes(args.types);
  if (!types.ok) return types;
  const start = readCursor('conversations.list', args.cursor, isChannelId);
  if (!start.ok) return start;
  const memberships = await objects.member(actor.teamId, actor.userId).memberships();
  const memberOf = memberships.map(({ channelId }) => channelId);
  const { channels, more } = await objects.directory(actor.teamId).channels({
    kinds: types.kinds,
    excludeArchived: args.exclude_archived,
    memberOf,
    publicOnlyIfMember: !maySeePublicChannels(actor),
    limit: args.limit,
    ...(start.after === undefined ? {} : { after: start.after }),
  });
  const own = new Map(memberships.map((membership) => [membership.channelId, membership]));
  return accept({
    channels: channels.map((summary) =>
      showConversation(context, summary, {
        isMember: own.has(summary.id),
        isOpen: own.get(summary.id)?.isOpen,
        withCount: true,
      }),
    ),
    response_metadata: {
      next_cursor: writeCursor('conversations.list', more ? channels.at(-1)?.id : undefined),
    },
  });
});
