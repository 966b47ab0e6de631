import { closeCodes } from '../../protocol/frames.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { GatewayContext } from './context.ts';
import type { Session } from './session.ts';

const callLimitMs = 5_000;

/** A push was lost (its version jumps): all marks are asked for, and told. */
export async function refreshMarks(gateway: GatewayContext, session: Session): Promise<void> {
  const { caller } = session.state;
  const member = gateway.objects.member(caller.teamId, caller.userId);
  const boot = await withinLimit('marks', callLimitMs, member.boot(caller.credentialId));
  if (!boot.ok) {
    session.close(closeCodes.revoked, boot.error);
    return;
  }
  if (boot.version <= session.state.version) return;
  session.state.version = boot.version;
  session.save();
  for (const { channelId, markTs, markOrdinal, mentions } of boot.memberships) {
    session.send({
      type: 'channel_marked',
      channel: channelId,
      ts: markTs as Timestamp,
      ordinal: markOrdinal,
      mentions,
      version: boot.version,
    });
  }
}
