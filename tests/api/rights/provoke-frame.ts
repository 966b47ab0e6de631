import { WebSocket } from 'ws';
import type { Scope } from '../../../protocol/scopes.ts';
import { version } from '../../../protocol/version.ts';
import { isFields } from '../../support/fields.ts';
import { GatewayClient, type Frame } from '../../support/gateway-client.ts';
import type { Column } from './columns.ts';
import { callerOf, isSame } from './provoke-call.ts';
import type { Row } from './read-table.ts';
import { placeNames, type Place, type Stage } from './stage.ts';
import { unminted } from './unminted.ts';

const scopeOf: Readonly<Record<string, Scope>> = {
  message: 'chat:write',
  typing: 'chat:write',
  mark: 'channels:write',
  follow: 'channels:write',
  unfollow: 'channels:write',
  subscribe: 'channels:history',
  unsubscribe: 'channels:history',
};
const ownSocket = 'the channel’s own socket';

/** What one cell's frame is answered on a socket of its caller: the code, or `ok`; where it is not let in, why. */
export async function provokeFrame(stage: Stage, { subject, about }: Row, column: Column): Promise<string> {
  const isOwnSocket = about.startsWith(ownSocket);
  const place = placeOf(stage, isOwnSocket ? about.slice(ownSocket.length).replace(/^, /, '') : about);
  const token = tokenOf(stage, subject, column);
  const exchange = (where: Place) =>
    exchangeOn(stage.world.url, isOwnSocket ? `/channels/${where.channel}/socket` : '/gateway', token, {
      subject,
      where,
    });
  const { outcome, answer } = await exchange(place);
  if (!['channel_not_found', 'nothing granted', 'reset'].includes(outcome)) return outcome;
  const never = await exchange(unminted(place));
  return isSame(answer, never.answer)
    ? outcome
    : `${JSON.stringify(answer)}, but ${JSON.stringify(never.answer)} for what was never made`;
}

function placeOf({ places }: Stage, about: string): Place {
  const name = placeNames.find((known) => known === (about === '' ? 'public' : about));
  if (name === undefined) throw new Error(`no place is “${about}”`);
  return places[name];
}

function tokenOf(stage: Stage, subject: string, column: Column): string | undefined {
  const { world, revoked, lacking } = stage;
  switch (column) {
    case 'none':
      return undefined;
    case 'revoked':
      return revoked.user;
    case 'kind':
      return world.workspace.accountToken;
    case 'scope':
      return lacking.get(scopeOf[subject] ?? 'users:read');
    case 'other':
      return world.foreign.owner.token;
    default:
      return callerOf(stage, column).token;
  }
}

interface Exchanged {
  readonly outcome: string;
  /** All of it, without what names the place. */
  readonly answer: unknown;
}

async function exchangeOn(
  url: string,
  path: string,
  token: string | undefined,
  { subject, where }: { readonly subject: string; readonly where: Place },
): Promise<Exchanged> {
  const client = await dial(url, path, token);
  const cursors = subject === 'hello' && path === '/gateway' ? { [where.channel]: 0 } : {};
  try {
    client.send({ type: 'hello', version, cursors });
    await client.find(({ type }) => type === 'hello');
    if (subject === 'hello') return path === '/gateway' ? await resumedOn(client) : fine;
    client.send(frameOf(subject, where));
    // It alone is not answered; what came before a pong was.
    if (subject === 'position') client.send({ type: 'ping', id });
    return readAnswer(await client.answer(id));
  } catch (error) {
    const ended = await Promise.race([client.closed, Promise.resolve(undefined)]);
    if (ended?.code !== 4001) throw error;
    return { outcome: ended.reason, answer: ended };
  } finally {
    client.terminate();
  }
}

const id = 7;
const fine: Exchanged = { outcome: 'ok', answer: undefined };

async function resumedOn(client: GatewayClient): Promise<Exchanged> {
  const { channels } = await client.find(({ type }) => type === 'resumed');
  const states = Object.values(isFields(channels) ? channels : {});
  const isReset = states.some((state) => isFields(state) && state['reset'] === true);
  return isReset ? { outcome: 'reset', answer: states } : fine;
}

function readAnswer(answer: Frame): Exchanged {
  if (answer.type === 'error') return { outcome: String(answer['error']), answer };
  if (answer.type !== 'subscribed') return { outcome: 'ok', answer };
  const isGranted = Object.keys(answer['channels'] ?? {}).length > 0;
  return { outcome: isGranted ? 'ok' : 'nothing granted', answer };
}

function frameOf(type: string, { channel, ts }: Place): Frame {
  switch (type) {
    case 'message':
      return { type, id, channel, text: 'words' };
    case 'typing':
      return { type, id, channel };
    case 'mark':
      return { type, id, channel, ts };
    case 'follow':
    case 'unfollow':
      return { type, id, channel, thread_ts: ts };
    case 'subscribe':
    case 'unsubscribe':
      return { type, id, channels: [channel] };
    case 'position':
      return { type, frames: 1 };
    case 'ping':
      return { type, id };
    default:
      throw new Error(`tests/api/rights/provoke-frame.ts has no frame of ${type}`);
  }
}

async function dial(url: string, path: string, token: string | undefined): Promise<GatewayClient> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, { headers });
  const client = new GatewayClient(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return client;
}
