import { maySeePublicChannels } from '../../domain/permissions/permissions.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { Revocation } from '../../protocol/objects/gateway.ts';
import type { GatewayContext } from './context.ts';
import { unsubscribe } from './follow.ts';

/** Ends the sockets of what was revoked, in this turn: no frame follows. A changed role holds from here on. */
export function revoke(gateway: GatewayContext, { userId, credentialIds, role }: Revocation): void {
  for (const session of [...gateway.sockets.of(userId)]) {
    const { caller } = session.state;
    if (credentialIds?.includes(caller.credentialId) === true) {
      session.end(closeCodes.revoked, 'revoked');
    } else if (role !== undefined) {
      // A new object even for the same role: what is asked for this socket right now tells an older one (greet.ts).
      session.state.caller = { ...caller, role };
      if (!maySeePublicChannels({ role })) unsubscribe(gateway, session, session.state.follows ?? []);
      session.save();
    }
  }
}
