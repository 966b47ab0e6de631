import { accept, refuse } from '../../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../../protocol/refusal.ts';
import type { CallerCall } from '../../../context.ts';
import { requireManaged } from './managed.ts';

type Refused<WrongKind extends string> =
  'restricted_action' | 'channel_not_found' | 'service_unavailable' | WrongKind;

/** Slack has the same refusal of the wrong kind under two names. */
export async function convert<const WrongKind extends string>(
  context: CallerCall,
  channel: string,
  kind: 'public' | 'private',
  wrongKind: WrongKind,
): Promise<Outcome<object, Refused<WrongKind>>> {
  const managed = await requireManaged(context, channel);
  if (!managed.ok) {
    switch (managed.error) {
      case 'not_an_admin':
        return refuse('restricted_action');
      case 'channel_type_not_supported':
        return refuse(wrongKind);
      default:
        return refuse(managed.error);
    }
  }
  const done = await context.objects.channel(managed.channelId).convert(context.actor, kind);
  if (done.ok) return accept({});
  switch (done.error) {
    case 'method_not_supported_for_channel_type':
      return refuse(wrongKind);
    default:
      return refuse(done.error);
  }
}
