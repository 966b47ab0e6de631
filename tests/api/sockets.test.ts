import { createHash } from 'node:crypto';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMethodName, methods, type MethodName } from '../../protocol/methods.ts';
import { secretLength } from '../../protocol/tokens.ts';
import { version } from '../../protocol/version.ts';
import { editState } from '../support/edit-state.ts';
import { followChannel } from '../support/follow-channel.ts';
import { connect, GatewayClient, type Closed } from '../support/gateway-client.ts';
import { startHouse } from '../support/house.ts';
import { askRaw } from './ask-raw.ts';
import { findForeignIds } from './foreign-ids.ts';
import { hasSample, sampleOf } from './samples.ts';
import { makeWorld, never, type World } from './world.ts';

/** Says which verbs of which channels were called. */
const counting = `
import worker, { Channel as Real } from './worker.js';
export * from './worker.js';
const calls = [];
export class Channel extends Real {}
for (const verb of Object.getOwnPropertyNames(Real.prototype)) {
  if (verb === 'constructor' || verb === 'alarm') continue;
  Object.defineProperty(Channel.prototype, verb, {
    value(...args) {
      calls.push({ channel: this.ctx.id.name, verb });
      return Real.prototype[verb].apply(this, args);
    },
  });
}
export default {
  fetch: (request, ...rest) =>
    new URL(request.url).pathname === '/calls' ? Response.json(calls) : worker.fetch(request, ...rest),
};
`;

let world: World;
beforeAll(async () => {
  const size = { perSecond: 100_000, burst: 100_000 };
  const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
  const vars = { RATE_LIMITS: JSON.stringify(tiers) };
  world = await makeWorld(await startHouse({ vars, around: counting }));
});
afterAll(() => world.house.stop());

const addressOf = (path: string): string => `${world.url.replace(/^http/, 'ws')}${path}`;

/** A socket as it is opened by whatever the headers and the address say: what it was greeted with, or why it was not. */
async function greeted(path: string, headers: Record<string, string> = {}): Promise<string | Closed> {
  const socket = new WebSocket(addressOf(path), { headers });
  const client = new GatewayClient(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  if (socket.readyState === WebSocket.OPEN) client.send({ type: 'hello', version, cursors: {} });
  const hello = client.find(({ type }) => type === 'hello').then((frame) => JSON.stringify(frame['self']));
  try {
    return await Promise.race([hello, client.closed]);
  } catch {
    return await client.closed;
  } finally {
    client.terminate();
  }
}

const refused = (reason: string): Closed => ({ code: 4001, reason });

describe('a page of the server’s own', () => {
  const cookieOf = (session: string): string => {
    const [, teamId = '', ...rest] = session.split('-');
    return `edgewise-${teamId}=${[teamId, ...rest].join('.')}`;
  };
  const open = (workspace: string, headers: Record<string, string>) =>
    greeted(`/gateway${workspace === '' ? '' : `?workspace=${workspace}`}`, headers);

  test('is let in by its cookie, for the workspace that it names', async () => {
    const { workspace, owner, url } = world;
    const headers = { origin: url, cookie: cookieOf(owner.session) };
    expect(await open(workspace.teamId, headers)).toContain(owner.userId);
  });

  test('of another origin, or of none, is not: a browser sends the cookie along', async () => {
    const { workspace, owner, url } = world;
    const cookie = cookieOf(owner.session);
    const origins = ['https://evil.example', 'null', `${url}/`, `${url}.evil.example`, url.toUpperCase(), ''];
    for (const origin of origins)
      expect([origin, await open(workspace.teamId, { origin, cookie })]).toEqual([
        origin,
        refused('not_authed'),
      ]);
    expect(await open(workspace.teamId, { cookie })).toEqual(refused('not_authed'));
  });

  test('names its workspace, by the cookie of that one', async () => {
    const { workspace, owner, url, foreign } = world;
    const { teamId } = foreign;
    const origin = url;
    const cookie = cookieOf(owner.session);
    for (const other of ['', 'nonsense', teamId, never.team])
      expect([other, await open(other, { origin, cookie })]).toEqual([other, refused('not_authed')]);
    const mixed = cookie.replace(workspace.teamId, teamId);
    expect(await open(teamId, { origin, cookie: mixed })).toEqual(refused('invalid_auth'));
    const forged = cookie.replaceAll(workspace.teamId, teamId);
    expect(await open(teamId, { origin, cookie: forged })).toEqual(refused('invalid_auth'));
    expect(await open(workspace.teamId, { origin })).toEqual(refused('not_authed'));
  });
});

describe('a socket', () => {
  test('is not let in by a token in its address, whatever else it brings', async () => {
    const { owner, url } = world;
    const headers = { authorization: `Bearer ${owner.token}`, origin: url };
    expect(await greeted(`/gateway?token=${owner.token}`)).toEqual(refused('invalid_auth'));
    expect(await greeted(`/gateway?token=${owner.token}`, headers)).toEqual(refused('invalid_auth'));
    expect(await greeted('/gateway', headers)).toContain(owner.userId);
  });

  test('is let in by a ticket once, and not when that is older than half a minute', async () => {
    const { owner, ask } = world;
    const ticket = async (): Promise<string> => {
      const { pathname, search } = new URL((await ask('gateway.connect', owner.token, {})).url);
      return pathname + search;
    };
    const [used, late, early] = [await ticket(), await ticket(), await ticket()];
    expect(await greeted(used)).toContain(owner.userId);
    expect(await greeted(used)).toEqual(refused('invalid_auth'));
    const both = await ticket();
    const answers = await Promise.all([greeted(both), greeted(both)]);
    expect(answers.filter((answer) => typeof answer !== 'string')).toEqual([refused('invalid_auth')]);
    // A ticket is found by the hash of its last part, and only time would make it old.
    const hashOf = (path: string): string =>
      createHash('sha256').update(path.slice(-secretLength)).digest('hex');
    const sql = 'update tickets set expires = expires - ? where hash = ?';
    const aged = await editState(world.house, 'Member', [
      { sql, values: [15_000, hashOf(early)] },
      { sql, values: [31_000, hashOf(late)] },
    ]);
    expect(aged).toBe(2);
    expect(await greeted(early)).toContain(owner.userId);
    expect(await greeted(late)).toEqual(refused('invalid_auth'));
  });
});

describe('a channel that is not the caller’s, or never was, is not woken by', () => {
  const callsOf = async (ids: readonly string[]): Promise<unknown[]> => {
    const calls = (await (await fetch(`${world.url}/calls`)).json()) as { channel: string; verb: string }[];
    return calls.filter(({ channel }) => ids.includes(channel));
  };
  const naming = ['channel', 'channel_id', 'channel_ids', 'channels'];
  const taking = Object.keys(methods)
    .filter((name) => isMethodName(name) && hasSample(name))
    .flatMap((name) => {
      const { input } = methods[name as MethodName];
      const names = 'entries' in input ? Object.keys(input.entries) : [];
      return names.filter((one) => naming.includes(one)).map((one) => [name as MethodName, one] as const);
    });

  test('any method', async () => {
    const found = (await findForeignIds(world)).find(({ of }) => of.includes('channel'));
    const ids = [...(found?.others ?? []), never.channel].filter((id) => /^[CD]/.test(id));
    expect(ids.length).toBeGreaterThan(3);
    expect(taking.length).toBeGreaterThan(30);
    const before = await callsOf(ids);
    // What its own people did there was noticed.
    expect(before).not.toEqual([]);
    for (const [method, name] of taking) {
      const { args, token } = await sampleOf(world, method);
      for (const id of ids) {
        const value = Array.isArray(args[name]) ? [id] : id;
        await askRaw(world.url, method, token, { ...args, [name]: value });
      }
    }
    expect((await callsOf(ids)).slice(before.length)).toEqual([]);
  });

  test('a socket straight to it', async () => {
    const { foreign, member, url } = world;
    const ids = [foreign.generalId, never.channel, never.direct];
    const before = await callsOf(ids);
    for (const id of ids)
      expect(await (await followChannel(url, member.token, id)).closed).toEqual(refused('channel_not_found'));
    expect((await callsOf(ids)).slice(before.length)).toEqual([]);
  });
});

test('a reader that stalls is let go of after 2 MiB, holds nobody up, and goes on where it was', async () => {
  const { url, owner, member, newChannel, ask } = world;
  const channel = await newChannel({ people: [member.userId] });
  const slow = await connect(url, member.token);
  const other = await connect(url, owner.token);
  await Promise.all([slow, other].map((one) => one.find(({ type }) => type === 'hello')));
  const start = await ask('chat.postMessage', owner.token, { channel, text: 'seen' });
  const seen = await slow.find((frame) => frame['ts'] === start.ts && frame['seq'] !== undefined);
  slow.stall();
  const text = 'x'.repeat(39_000);
  let last = start.ts;
  for (let at = 0; at < 60; at += 1) {
    ({ ts: last } = await ask('chat.postMessage', owner.token, { channel, text }));
    if (at % 10 === 9) other.send({ type: 'position', frames: other.frames.length });
  }
  await other.find((frame) => frame['ts'] === last);
  slow.goOn();
  expect(await slow.closed).toMatchObject({ code: 4003 });
  expect(slow.frames.some((frame) => frame['ts'] === last)).toBe(false);
  const cursor = Number(slow.frames.findLast((frame) => frame['channel'] === channel)?.['seq']);
  expect(cursor).toBeGreaterThan(Number(seen['seq']));
  const again = await connect(url, member.token, { cursors: { [channel]: cursor } });
  const head = cursor + 60 - (cursor - Number(seen['seq']));
  const reported = setInterval(() => {
    again.send({ type: 'position', frames: again.frames.length });
  }, 20);
  try {
    expect(await again.find(({ type }) => type === 'resumed')).toMatchObject({
      channels: { [channel]: { head } },
    });
  } finally {
    clearInterval(reported);
  }
  for (const one of [other, again]) one.terminate();
});
