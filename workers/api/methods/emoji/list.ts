import { absolute } from '../../../../domain/images/pictures.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { timestampOf } from '../../../../protocol/timestamp.ts';
import { handler } from '../../handler.ts';

export const emojiList = handler<'emoji.list'>(async ({ objects, actor, request, nowMs }) => {
  const all = await objects.directory(actor.teamId).emoji();
  return accept({
    emoji: Object.fromEntries(all.map(({ name, value }) => [name, absolute(request.origin, value)])),
    cache_ts: timestampOf(nowMs * 1_000),
  });
});
