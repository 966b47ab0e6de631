import { WebSocket } from 'ws';
import { version } from '../../protocol/version.ts';
import { GatewayClient } from './gateway-client.ts';

/** A socket straight to a channel, which has said hello where it could. */
export async function followChannel(url: string, token: string, channel: string): Promise<GatewayClient> {
  const address = `${url.replace(/^http/, 'ws')}/channels/${channel}/socket`;
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } });
  const client = new GatewayClient(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  // One that was refused is closing already.
  if (socket.readyState === WebSocket.OPEN) client.send({ type: 'hello', version, cursors: {} });
  return client;
}
