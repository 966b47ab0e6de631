import { shardOf } from '../../domain/shard.ts';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import type { Objects } from '../../platform/objects.ts';
import { closeCodes } from '../../protocol/frames.ts';
import { configOf } from '../api/config.ts';
import { logFault } from '../api/log.ts';
import { factsOf } from '../api/request-facts.ts';
import { plain } from '../pages/plain.ts';
import { callerHeader, writeCaller } from './caller-header.ts';
import { findCaller } from './find-caller.ts';
import { closedSocket } from './closed-socket.ts';

/** Who opens the socket is settled here; then it is handed to the gateway that serves this person. */
export async function upgrade(request: Request, env: Env): Promise<Response> {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
    return plain('This address speaks WebSocket: connect with ws:// or wss://.', 426, {
      upgrade: 'websocket',
    });
  }
  const facts = factsOf(request, configOf(env));
  try {
    return await open(request, facts, objectsOf(env));
  } catch (error) {
    logFault({ requestId: facts.id, where: 'gateway' }, error);
    return closedSocket(1013, 'try again later');
  }
}

async function open(
  request: Request,
  facts: ReturnType<typeof factsOf>,
  objects: Objects,
): Promise<Response> {
  const found = await findCaller(request, facts, objects);
  if (!found.ok) return closedSocket(closeCodes.notAuthenticated, found.error);
  const { caller } = found;
  const gateway = objects.gateway(caller.teamId, shardOf(caller.userId, caller.shardCount));
  return gateway.fetch(forwarded(request, writeCaller(caller)));
}

/** What the handshake needs and who it is for: the token, the cookies and the ticket end here. */
function forwarded(request: Request, caller: string): Request {
  const headers = new Headers({ upgrade: 'websocket', [callerHeader]: caller });
  for (const [name, value] of request.headers) {
    if (name.startsWith('sec-websocket-')) headers.set(name, value);
  }
  return new Request('https://gateway/', { headers });
}
