import { closeCodes } from '../../protocol/frames.ts';
import type { Revocation } from '../../protocol/objects/gateway.ts';
import type { GatewayContext } from './context.ts';

/** Ends the sockets of what was revoked, in this turn: no frame follows. A changed role holds from here on. */
export function revoke(gateway: GatewayContext, { userId, credentialIds, role }: Revocation): void {
  for (const session of gateway.sockets.of(userId)) {
    const { caller } = session.state;
    if (credentialIds === 'all' || credentialIds?.includes(caller.credentialId) === true) {
      session.end(closeCodes.revoked, 'revoked');
      gateway.drop(session);
    } else if (role !== undefined && role !== caller.role) {
      session.state.caller = { ...caller, role };
      session.save();
    }
  }
}
