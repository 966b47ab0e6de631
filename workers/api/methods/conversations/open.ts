import type { ChannelSummary } from '../../../../protocol/channel-summary.ts';
import { isDirectId, isUserId } from '../../../../protocol/ids.ts';
import { directPeopleMax } from '../../../../protocol/limits.ts';
import type { MethodInput } from '../../../../protocol/methods.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { seesAll } from '../../sight.ts';
import { showConversation } from '../../show-conversation.ts';

type Input = MethodInput<'conversations.open'>;

export const conversationsOpen = handler<'conversations.open'>(async (context, args) =>
  args.channel ? resume(context, args, args.channel) : open(context, args),
);

async function resume(context: CallerCall, args: Input, channel: string) {
  const seen = await requireVisible(context, channel);
  if (!seen.ok) return seen;
  if (!isDirectId(seen.channelId)) return refuse('method_not_supported_for_channel_type');
  const info = await context.objects.channel(seen.channelId).info(context.actor);
  return info.ok ? answer(context, args, info.summary) : info;
}

async function open(context: CallerCall, args: Input) {
  const { objects, actor } = context;
  const asked = [...new Set(args.users)];
  if (asked.length === 0) return refuse('users_list_not_supplied');
  const people = asked.filter((user) => isUserId(user));
  if (people.length < asked.length) return refuse('user_not_found');
  const others = people.filter((userId) => userId !== actor.userId);
  if (others.length >= directPeopleMax) return refuse('too_many_users');
  if (!(await seesAll(context, others))) return refuse('user_not_visible');
  const opened = await objects.directory(actor.teamId).openDirect(actor, others, !args.prevent_creation);
  if (!opened.ok) return opened;
  // One that was made just now is open, and nothing was done about it before.
  return opened.already
    ? answer(context, args, opened.summary)
    : accept({ channel: shown(context, args, opened.summary, true) });
}

/** Back into the caller’s list, if they had closed it. To look is no wish to have it there. */
async function answer(context: CallerCall, args: Input, summary: ChannelSummary) {
  const { objects, actor } = context;
  const member = objects.member(actor.teamId, actor.userId);
  if (args.prevent_creation) {
    const isOpen = (await member.membership(summary.id))?.isOpen !== false;
    return accept({
      channel: shown(context, args, summary, isOpen),
      ...(isOpen ? { no_op: true, already_open: true } : {}),
    });
  }
  const opened = await member.openConversation(summary.id);
  const isNoOp = !opened.ok || opened.already;
  return accept({
    channel: shown(context, args, summary, true),
    ...(isNoOp ? { no_op: true, already_open: true } : {}),
  });
}

const shown = (context: CallerCall, args: Input, summary: ChannelSummary, isOpen: boolean) =>
  args.return_im ? showConversation(context, summary, { isMember: true, isOpen }) : { id: summary.id };
