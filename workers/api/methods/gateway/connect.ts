import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const gatewayConnect = handler<'gateway.connect'>(async ({ objects, caller, request }) => {
  const member = objects.member(caller.teamId, caller.userId);
  const { ticket } = await member.issueTicket(caller.credentialId);
  const socketOrigin = request.origin.replace(/^http/, 'ws');
  return accept({ url: `${socketOrigin}/gateway?ticket=${encodeURIComponent(ticket)}` });
});
