import { expect, test } from 'vitest';
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { Member } from '../../durable-objects/member/member.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { Gate, intercept, until } from './support/faults.ts';
import { silentDirectOf, silentSocketOf, socketOf } from './support/socket.ts';
import { expectOk, objects, stubs, workspace } from './support/workspace.ts';
import type { Workspace } from './support/workspace.ts';

const memberOf = (ws: Workspace, { userId }: Actor) => objects.member(ws.teamId, userId);

test(
  'a gateway that fails: the caller is told late, no call succeeds, and the alarm ends the socket',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    let isDown = true;
    intercept(Gateway, 'revoke', async ({ proceed }) => {
      if (isDown) throw new Error('lost');
      return proceed();
    });
    const answer = await memberOf(ws, bob).revokeCredential(socket.credentialId);
    expect(answer).toMatchObject({ error: 'service_unavailable' });
    expect(await memberOf(ws, bob).boot(socket.credentialId)).toMatchObject({ error: 'token_revoked' });
    isDown = false;
    await until(() => runDurableObjectAlarm(stubs.member(bob)));
    expect(await socket.closed).toMatchObject({ code: 4002 });
  },
);

test('a deactivation whose gateway fails is late, and done when it is repeated', { retry: 0 }, async () => {
  const ws = await workspace();
  const bob = await ws.person();
  const socket = await socketOf(ws, bob);
  await socket.hellos();
  let isDown = true;
  intercept(Gateway, 'revoke', async ({ proceed }) => {
    if (isDown) throw new Error('lost');
    return proceed();
  });
  const late = { error: 'service_unavailable' };
  expect(await ws.directory.deactivate(ws.owner, bob.userId)).toMatchObject(late);
  isDown = false;
  expect(await ws.directory.deactivate(ws.owner, bob.userId)).toEqual({ ok: true });
  expect(await socket.closed).toMatchObject({ code: 4002 });
  expect(await ws.directory.deactivate(ws.owner, bob.userId)).toMatchObject({
    error: 'user_already_deleted',
  });
});

test(
  'a socket that says hello while its credential is revoked is refused, at the gateway and at a channel',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const sockets = [await silentSocketOf(ws, bob), await silentDirectOf(ws, bob, ws.generalId)];
    let gate = new Gate();
    // The answer that the credential is good is on its way when it is revoked.
    intercept(Member, 'boot', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    for (const socket of sockets) {
      gate = new Gate();
      socket.hello();
      await gate.reached();
      expectOk(await memberOf(ws, bob).revokeCredential(socket.credentialId));
      gate.open();
      expect(await socket.closed).toMatchObject({ code: 4002 });
      expect(socket.frames).toEqual([]);
    }
  },
);

test(
  'a role that is lowered while hello is under way holds, and the answer from before does not bring it back',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const room = await ws.channelWith([ws.owner]);
    const socket = await silentSocketOf(ws, bob);
    const direct = await silentDirectOf(ws, bob, room.id);
    const gate = new Gate();
    intercept(Member, 'boot', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    socket.hello();
    direct.hello();
    await gate.reached();
    expectOk(await ws.directory.setGuest(ws.owner, bob.userId, [ws.generalId]));
    gate.open();
    await socket.hellos();
    expect(await direct.closed).toMatchObject({ code: 4002 });
    const later = await ws.channelWith([ws.owner]);
    const { seq } = await objects
      .channel(ws.generalId)
      .post(ws.owner, { text: 'marker' })
      .then((posted) => expectOk(posted));
    await socket.event(ws.generalId, seq);
    expect(JSON.stringify(socket.frames)).not.toContain(later.id);
  },
);

test(
  'a second hello while the first is answered brings nothing to a direct socket whose credential was revoked',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const direct = await silentDirectOf(ws, bob, ws.generalId);
    const gate = new Gate();
    intercept(Member, 'watch', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    // The channel is not told, so that the hello itself must find it.
    intercept(Channel, 'revoke', async () => undefined);
    direct.hello({ [ws.generalId]: 0 });
    direct.hello({ [ws.generalId]: 0 });
    await gate.reached();
    expectOk(await memberOf(ws, bob).revokeCredential(direct.credentialId));
    expect(await direct.next(({ type }) => type === 'error')).toMatchObject({ error: 'hello_first' });
    gate.open();
    expect(await direct.closed).toMatchObject({ code: 4002 });
    expect(direct.frames.map(({ type }) => type)).toEqual(['error']);
  },
);

test('a role that was lowered before hello holds, whatever the upgrade said', { retry: 0 }, async () => {
  const ws = await workspace();
  const bob = await ws.person();
  const socket = await silentSocketOf(ws, bob);
  intercept(Gateway, 'revoke', async () => undefined);
  expectOk(await ws.directory.setGuest(ws.owner, bob.userId, [ws.generalId]));
  socket.hello();
  await socket.hellos();
  const later = await ws.channelWith([ws.owner]);
  const { seq } = expectOk(await objects.channel(ws.generalId).post(ws.owner, { text: 'marker' }));
  await socket.event(ws.generalId, seq);
  expect(JSON.stringify(socket.frames)).not.toContain(later.id);
});

test('a channel that fails is owed the end of its direct socket, and gets it', { retry: 0 }, async () => {
  const ws = await workspace();
  const bob = await ws.person();
  const direct = await silentDirectOf(ws, bob, ws.generalId);
  direct.hello();
  await direct.hellos();
  let calls = 0;
  intercept(Channel, 'revoke', async ({ proceed }) => {
    calls += 1;
    if (calls === 1) throw new Error('lost');
    return proceed();
  });
  const revoke = () => memberOf(ws, bob).revokeCredential(direct.credentialId);
  expect(await revoke()).toMatchObject({ error: 'service_unavailable' });
  expect(await revoke()).toEqual({ ok: true, revoked: true });
  expect(await direct.closed).toMatchObject({ code: 4002 });
});

test('a direct socket that closed is forgotten: its channel is told nothing', { retry: 0 }, async () => {
  const ws = await workspace();
  const bob = await ws.person();
  const direct = await silentDirectOf(ws, bob, ws.generalId);
  direct.hello();
  await direct.hellos();
  let isForgotten = false;
  intercept(Member, 'unwatch', async ({ proceed }) => {
    await proceed();
    isForgotten = true;
  });
  direct.close();
  await until(() => isForgotten);
  let calls = 0;
  intercept(Channel, 'revoke', async ({ proceed }) => {
    calls += 1;
    return proceed();
  });
  expectOk(await memberOf(ws, bob).revokeCredential(direct.credentialId));
  expect(calls).toBe(0);
});

test('a direct socket of somebody who was put out is forgotten too', async () => {
  const ws = await workspace();
  const bob = await ws.person();
  const channel = await ws.channelWith([ws.owner, bob], true);
  const direct = await silentDirectOf(ws, bob, channel.id);
  direct.hello();
  await direct.hellos();
  let isForgotten = false;
  intercept(Member, 'unwatch', async ({ proceed }) => {
    await proceed();
    isForgotten = true;
  });
  expectOk(await channel.object.kick(ws.owner, bob.userId));
  expect(await direct.closed).toMatchObject({ code: 4002 });
  await until(() => isForgotten);
  const rows = await runInDurableObject(stubs.member(bob), (_, { storage }: DurableObjectState) =>
    storage.sql.exec('select * from direct_sockets').toArray(),
  );
  expect(rows).toEqual([]);
});

test(
  'somebody who was expelled hears nothing more, also of #general; a direct conversation is nobody’s to leave',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const general = objects.channel(ws.generalId);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    expect(await general.expel(bob.userId)).toEqual({ ok: true });
    expect(await general.expel(bob.userId)).toEqual({ ok: true });
    expectOk(await general.post(ws.owner, { text: 'after' }));
    const room = await ws.channelWith([ws.owner, bob]);
    const { seq } = await room.post(ws.owner, 'marker');
    await socket.event(room.id, seq);
    expect(JSON.stringify(socket.frames)).not.toContain('"after"');
    expect(await memberOf(ws, bob).membership(ws.generalId)).toBeUndefined();
    expect(await objects.channel(mintId('C')).expel(bob.userId)).toMatchObject({
      error: 'channel_not_found',
    });
    const { summary } = expectOk(await ws.directory.openDirect(ws.owner, [bob.userId], true));
    expect(await objects.channel(summary.id).expel(bob.userId)).toMatchObject({
      error: 'method_not_supported_for_channel_type',
    });
  },
);
