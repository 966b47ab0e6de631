import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { connect } from '../support/gateway-client.ts';
import { startHouse, type House } from '../support/house.ts';
import { join, signUp, type TestPerson, type TestWorkspace } from '../support/workspace.ts';

/** What other tests lean on. */
let house: House;
let workspace: TestWorkspace;
let member: TestPerson;
beforeAll(async () => {
  house = await startHouse();
  workspace = await signUp(house);
  member = await join(workspace);
});
afterAll(() => house.stop());

const post = (text: string) =>
  ask(house.url, 'chat.postMessage', workspace.owner.token, { channel: workspace.generalId, text });
const texts = async (): Promise<string[]> => {
  const args = { channel: workspace.generalId };
  const { messages } = await ask(house.url, 'conversations.history', member.token, args);
  return messages.map(({ text }) => text);
};

test('a socket sees what another person posts, by token and by ticket', async () => {
  const sockets = await Promise.all([
    connect(house.url, member.token),
    connect(house.url, member.token, { byTicket: true }),
  ]);
  for (const socket of sockets) await socket.next(({ type }) => type === 'hello');
  const { ts } = await post('seen by both');
  for (const socket of sockets) {
    const frame = await socket.next(({ type }) => type === 'message');
    expect(frame).toMatchObject({ text: 'seen by both', ts, channel: workspace.generalId });
    expect(await socket.close()).toMatchObject({ code: 1000 });
  }
});

test('a frame that does not come fails in its time, and tells which came', async () => {
  const socket = await connect(house.url, member.token);
  await socket.next(({ type }) => type === 'hello');
  const waiting = socket.next(({ type }) => type === 'never', 100);
  await expect(waiting).rejects.toThrow(/no such frame in 100 ms; frames seen:\n\{"type":"hello"/);
  await socket.close();
});

test('a kill cuts sockets without a farewell, and a restart has all that was acked', async () => {
  const socket = await connect(house.url, member.token);
  await socket.next(({ type }) => type === 'hello');
  await post('before the kill');
  await house.kill();
  expect(await socket.closed).toMatchObject({ code: 1006 });
  await expect(post('to nobody')).rejects.toThrow();
  await house.restart();
  expect(await texts()).toContain('before the kill');
});

test('an orderly stop and a restart keep it too', async () => {
  await post('before the stop');
  await house.stop();
  await house.restart();
  expect(await texts()).toContain('before the stop');
});

test('a setting that a test wants reaches the Worker', async () => {
  const closed = await startHouse({ vars: { SIGN_UP_POLICY: 'invite' } });
  const { kind } = await ask(closed.url, 'invitations.get', undefined, { secret: closed.setupSecret });
  expect(kind).toBe('setup');
  await closed.stop();
});

test('settings that are wrong are named on every path, and nothing is served with them', async () => {
  const wrong = await startHouse({ vars: { GATEWAY_SHARDS: 'two', SIGN_UP_POLICY: 'opne' } });
  const health = await fetch(`${wrong.url}/health`);
  expect(health.status).toBe(503);
  const settings = [
    'SIGN_UP_POLICY must be closed, invite, domain or open',
    'GATEWAY_SHARDS must be a number of at least 1',
  ];
  expect(await health.json()).toEqual({ ok: false, settings });
  for (const path of ['/', '/api/api.test', '/gateway']) {
    const answer = await fetch(`${wrong.url}${path}`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(settings.join('; '));
  }
  await wrong.stop();
});
