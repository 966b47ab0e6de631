import { describe, expect, test } from 'vitest';
import { socketOf } from './support/socket.ts';
import { channelOf, expectOk, workspace } from './support/workspace.ts';
import { wordsIn } from './support/room.ts';
import { runInDurableObject } from 'cloudflare:test';
import { stubs } from './support/workspace.ts';

describe('an ephemeral message', () => {
  test('is seen by one person, on the sockets that they have open, and by nobody else', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, bob] = [await ws.person('member', 0), await ws.person('member', 1)];
    const channel = await ws.channelWith([ann, bob]);
    const [annHears, bobHears, alsoBob] = [
      await socketOf(ws, ann),
      await socketOf(ws, bob),
      await socketOf(ws, bob),
    ];
    await Promise.all([annHears.hellos(), bobHears.hellos(), alsoBob.hellos()]);
    const { ts } = expectOk(await channel.object.postEphemeral(ann, bob.userId, { text: 'between us' }));
    for (const socket of [bobHears, alsoBob]) {
      expect(await socket.next((frame) => 'is_ephemeral' in frame)).toMatchObject({
        type: 'message',
        channel: channel.id,
        user: ann.userId,
        text: 'between us',
        ts,
      });
    }
    const after = await channel.post(ann, 'to all');
    expect(after.message.ts).not.toBe(ts);
    await annHears.event(channel.id, after.seq);
    expect(annHears.frames.some((frame) => 'is_ephemeral' in frame)).toBe(false);
  });

  test('is stored nowhere, and takes no place', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann, bob]);
    const before = await channel.post(ann, 'one');
    expectOk(await channel.object.postEphemeral(ann, bob.userId, { text: 'xyzzy between us' }));
    expect((await channel.post(ann, 'two')).seq).toBe(before.seq + 1);
    for (const stub of [stubs.channel(channel.id), stubs.gateway(ws.teamId), stubs.member(bob)]) {
      const words = await runInDurableObject(stub, (_, { storage }: DurableObjectState) => wordsIn(storage));
      expect(words).not.toContain('xyzzy');
    }
  });

  test('goes to somebody who is in the channel', async () => {
    const ws = await workspace();
    const [ann, eve] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    expect(await channel.object.postEphemeral(ann, eve.userId, { text: 'x' })).toMatchObject({
      error: 'user_not_in_channel',
    });
    expect(await channelOf(channel.id).object.postEphemeral(eve, ann.userId, { text: 'x' })).toMatchObject({
      error: 'not_in_channel',
    });
  });
});
