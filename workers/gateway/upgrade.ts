import { shardOf } from '../../domain/shard.ts';
import type { Env } from '../../platform/env.ts';
import { workerObjectsOf } from '../../platform/objects.ts';
import type { WorkerObjects } from '../../platform/objects.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import { configOf } from '../api/config.ts';
import { logFault } from '../api/log.ts';
import { factsOf } from '../api/request-facts.ts';
import { plain } from '../pages/plain.ts';
import { callerHeader, writeCaller } from './caller-header.ts';
import { findCaller } from './find-caller.ts';
import { closedSocket } from './closed-socket.ts';

/** What a socket is handed to, once it is known who opens it. */
export type Target = (objects: WorkerObjects, caller: Caller, request: Request) => Promise<Response>;

/** The gateway that serves this person. */
export const upgrade = (request: Request, env: Env): Promise<Response> =>
  upgradeTo(request, env, (objects, caller, forwarded) =>
    objects.gateway(caller.teamId, shardOf(caller.userId, caller.shardCount)).fetch(forwarded),
  );

/** Who opens the socket is settled here; then it is handed on. */
export async function upgradeTo(request: Request, env: Env, target: Target): Promise<Response> {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
    return plain('This address speaks WebSocket: connect with ws:// or wss://.', 426, {
      upgrade: 'websocket',
    });
  }
  const facts = factsOf(request, configOf(env));
  const objects = workerObjectsOf(env);
  try {
    const found = await findCaller(request, facts, objects);
    if (!found.ok) return closedSocket(closeCodes.notAuthenticated, found.error);
    return await target(objects, found.caller, forwarded(request, writeCaller(found.caller)));
  } catch (error) {
    logFault({ requestId: facts.id, where: 'gateway' }, error);
    return closedSocket(1013, 'try again later');
  }
}

/** What the handshake needs and who it is for: the token, the cookies and the ticket end here. */
function forwarded(request: Request, caller: string): Request {
  const headers = new Headers({ upgrade: 'websocket', [callerHeader]: caller });
  for (const [name, value] of request.headers) {
    if (name.startsWith('sec-websocket-')) headers.set(name, value);
  }
  return new Request('https://gateway/', { headers });
}
