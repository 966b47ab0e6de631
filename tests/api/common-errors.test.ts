import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commonErrors, type CommonError } from '../../protocol/errors.ts';
import { secretLength } from '../../protocol/tokens.ts';
import { editState } from '../support/edit-state.ts';
import { startHouse, type House } from '../support/house.ts';
import { makeToken } from '../support/workspace.ts';
import { send, type Sent } from './send.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
/** On a copy of the same state, but every Member throws. */
let broken: House;
beforeAll(async () => {
  const tier4 = { perSecond: 0.01, burst: 2 };
  const house = await startHouse({ vars: { RATE_LIMITS: JSON.stringify({ tier4 }) } });
  world = await makeWorld(house);
  await house.stop();
  const dataDir = `${house.dataDir}-copy`;
  cpSync(house.dataDir, dataDir, { recursive: true });
  await house.restart();
  broken = await startHouse({ dataDir, around: brokenMembers });
});
afterAll(async () => {
  await broken.stop();
  await world.house.stop();
});

const brokenMembers = `
import worker, { Member as Real } from './worker.js';
export * from './worker.js';
export default worker;
const broken = () => { throw new Error('broken by a test'); };
export class Member extends Real {}
for (const verb of Object.getOwnPropertyNames(Real.prototype))
  if (verb !== 'constructor') Object.defineProperty(Member.prototype, verb, { value: broken });
`;

/** How any caller of any method gets each of them; which method owes what, every-method.test.ts tries. */
const ways: { readonly [Code in CommonError]: () => Promise<Sent> } = {
  unknown_method: () => send(world.url, 'chat.shout', {}, { token: world.owner.token }),
  request_too_large: () => post('application/json', JSON.stringify({ text: 'x'.repeat(1024 * 1024) })),
  invalid_post_type: () => post('text/xml', '<a/>'),
  invalid_form_data: () => post('multipart/form-data', 'no boundary'),
  invalid_json: () => post('application/json', '{"a":'),
  json_not_object: () => post('application/json', '["a"]'),
  not_authed: () => whoIs(undefined),
  invalid_auth: () => whoIs('nonsense'),
  token_revoked: async () => {
    const token = await makeToken(world.url, world.member.session);
    await world.ask('auth.revoke', token, {});
    return whoIs(token);
  },
  token_expired: async () => {
    const { session } = await world.newPerson();
    // A session lives for a month, so its row is changed instead; it is found by the hash of its last part.
    const hash = createHash('sha256').update(session.slice(-secretLength)).digest('hex');
    const sql = 'update credentials set expires = ? where hash = ?';
    const changed = await editState(world.house, 'Member', [{ sql, values: [Date.now() - 1_000, hash] }]);
    expect(changed).toBe(1);
    return whoIs(session);
  },
  account_inactive: async () => {
    const { userId, token } = await world.newPerson();
    const args = { team_id: world.workspace.teamId, user_id: userId };
    await world.ask('admin.users.remove', world.owner.token, args);
    return whoIs(token);
  },
  not_allowed_token_type: () => whoIs(world.workspace.accountToken),
  missing_scope: async () => {
    const token = await makeToken(world.url, world.member.token, ['chat:write']);
    return send(world.url, 'team.info', {}, { token });
  },
  ratelimited: async () => {
    const token = await makeToken(world.url, world.member.session);
    await whoIs(token);
    await whoIs(token);
    return whoIs(token);
  },
  invalid_arguments: () => send(world.url, 'users.info', {}, { token: world.owner.token }),
  internal_error: () => send(broken.url, 'auth.test', {}, { token: world.owner.token }),
  // A workspace is not founded before its owner's Member answers.
  service_unavailable: () =>
    send(
      broken.url,
      'workspaces.create',
      { name: 'Broken', real_name: 'Olive Owner' },
      { token: world.workspace.accountToken },
    ),
};

const codes = Object.keys(commonErrors) as CommonError[];
test.each(codes)('%s', async (error) => {
  const { answer, status, headers } = await ways[error]();
  expect(answer).toMatchObject({ ok: false, error });
  expect(status).toBe(error === 'ratelimited' ? 429 : 200);
  expect(headers.get('x-slack-req-id')).toMatch(/^\w{16,}$/);
});

test('an empty body of JSON is no arguments', async () => {
  expect((await post('application/json', '')).answer).toMatchObject({ ok: true });
});

test('names of JavaScript’s own are no methods', async () => {
  for (const name of ['toString', '__proto__', 'constructor', 'chat.postmessage']) {
    const { answer } = await send(world.url, name, {}, { token: world.owner.token });
    expect(answer).toEqual({ ok: false, error: 'unknown_method' });
  }
});

test('nothing under /api answers with a redirect', async () => {
  const paths = ['', '/', '//auth.test', '/auth.test/', '/auth.test/x', '/AUTH.TEST', '/chat.shout'];
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${world.url}/api${path}`, { method, redirect: 'manual' });
      await response.arrayBuffer();
      expect([200, 404], `${method} ${path}`).toContain(response.status);
      expect(response.headers.has('location')).toBe(false);
    }
});

const whoIs = (token: string | undefined): Promise<Sent> => send(world.url, 'auth.test', {}, { token });

async function post(type: string, body: string): Promise<Sent> {
  const response = await fetch(`${world.url}/api/auth.test`, {
    method: 'POST',
    // workerd hangs up after the answer to a body that was not read to its end.
    headers: { 'content-type': type, authorization: `Bearer ${world.owner.token}`, connection: 'close' },
    body,
  });
  const answer = (await response.json()) as Sent['answer'];
  return { status: response.status, headers: response.headers, answer };
}
