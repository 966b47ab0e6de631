import { evictDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { threadHeads, threadPosition } from '../../durable-objects/channel/read-threads.ts';
import { replies } from '../../durable-objects/channel/read.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { PersonalEvent } from '../../protocol/events.ts';
import type { HelloChannel, UpFrame } from '../../protocol/frames.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ThreadReason } from '../../protocol/objects/delivery.ts';
import type { Membership } from '../../protocol/objects/member.ts';
import { justBefore } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { intercept, until } from './support/faults.ts';
import { onRoom } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { silentDirectOf, socketOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { expectOk, objects, stubs, workspace } from './support/workspace.ts';
import type { TestChannel, Workspace } from './support/workspace.ts';

/** Why threads are this person's, as their Member was told. */
const reasonsOf = ({ others }: Bench, { userId }: Actor): ThreadReason[] =>
  others.newsOf(userId).flatMap(({ threads = [] }) => threads);

describe('a Channel tells whose a thread becomes', () => {
  test('who writes in it, who wrote the parent at the first reply, who is named; others hear nothing', () =>
    onRoom(async (bench) => {
      const { ann, bob } = bench;
      const parent = bench.post(ann, 'parent');
      const first = bench.post(bob, 'first', { threadTs: parent.ts });
      const second = bench.post(bob, `for <@${ann.userId}>`, { threadTs: first.ts });
      await bench.drained();
      const at = { threadTs: parent.ts, seq: first.seq, ordinal: 1, ts: first.ts };
      const then = { threadTs: parent.ts, seq: second.seq, ordinal: 2, ts: second.ts };
      expect(reasonsOf(bench, bob)).toEqual([
        { ...at, reason: 'wrote' },
        { ...then, reason: 'wrote' },
      ]);
      expect(reasonsOf(bench, ann)).toEqual([
        { ...at, reason: 'parent' },
        { ...then, reason: 'mentioned' },
      ]);
      const told = bench.others.newsOf(ann.userId).length;
      bench.post(bob, 'ann follows, and is told nothing of this one', { threadTs: parent.ts });
      await bench.drained();
      expect(bench.others.newsOf(ann.userId)).toHaveLength(told);
    }));

  test('a first reply by oneself is no reason as the parent’s author', () =>
    onRoom(async (bench) => {
      const { ann, bob } = bench;
      const parent = bench.post(ann, 'parent');
      bench.post(ann, 'on my own words', { threadTs: parent.ts });
      bench.post(bob, 'the second', { threadTs: parent.ts });
      await bench.drained();
      expect(reasonsOf(bench, ann).map(({ reason }) => reason)).toEqual(['wrote']);
    }));

  test('a mention by an edit counts at the edit, and an edit of other words does not', () =>
    onRoom(async (bench) => {
      const { ann, bob, room } = bench;
      const parent = bench.post(ann, 'parent');
      const reply = bench.post(ann, 'to nobody', { threadTs: parent.ts });
      await bench.drained();
      bench.edit(ann, reply.ts, `to <@${bob.userId}>`);
      const edited = room.head.seq;
      await bench.drained();
      bench.edit(ann, reply.ts, `still to <@${bob.userId}>`);
      await bench.drained();
      expect(reasonsOf(bench, bob)).toEqual([
        { threadTs: parent.ts, seq: edited, ordinal: 1, ts: reply.ts, reason: 'mentioned' },
      ]);
    }));

  test('a bot that replies follows nothing, and neither does a bot whose message is replied to', () =>
    onRoom(async (bench) => {
      const { ann, bob } = bench;
      const bot: Actor = { ...bob, bot: { id: mintId('B'), name: 'bot' } };
      const parent = bench.post(bot, 'by a bot');
      bench.post(ann, 'reply', { threadTs: parent.ts });
      bench.post(bot, 'and back', { threadTs: parent.ts });
      await bench.drained();
      expect(reasonsOf(bench, bob)).toEqual([]);
    }));

  test('a person who could not be told is told later', () =>
    onRoom(async (bench) => {
      const { ann, bob, others, clock } = bench;
      const parent = bench.post(ann, 'parent');
      await bench.drained();
      others.beforeMember = () => {
        throw new Error('down');
      };
      bench.post(bob, 'reply', { threadTs: parent.ts });
      await bench.drained();
      expect(reasonsOf(bench, ann)).toEqual([]);
      others.beforeMember = () => undefined;
      clock.nowMs += 60_000;
      await bench.runAlarm();
      expect(reasonsOf(bench, ann).map(({ reason }) => reason)).toEqual(['parent']);
    }));
});

describe('a Channel says where its threads stand', () => {
  test('the last place, the deleted ones, the latest reply, and the parent where it is wanted', () =>
    onRoom((bench) => {
      const { ann, bob } = bench;
      const [parent, lonely] = [bench.post(ann, 'parent'), bench.post(ann, 'no reply yet')];
      const [, second, third] = ['one', 'two', 'three'].map((text) =>
        bench.post(bob, text, { threadTs: parent.ts }),
      );
      if (!second || !third) throw new Error('not posted');
      bench.remove(bob, third.ts);
      const asked = [parent.ts, lonely.ts, '1500000000.000001' as Timestamp];
      const { heads } = expectOk(threadHeads(bench.room, ann, asked, false));
      const head = { threadTs: parent.ts, replyCount: 2, ordinal: 3, deletedOrdinals: [3] };
      expect(heads).toEqual([
        { ...head, latestReply: second.ts },
        { threadTs: lonely.ts, replyCount: 0, ordinal: 0, deletedOrdinals: [] },
      ]);
      const withParents = expectOk(threadHeads(bench.room, ann, asked, true)).heads;
      expect(withParents.map(({ parent: shown }) => shown?.text)).toEqual(['parent', 'no reply yet']);
      const page = { inclusive: false, limit: 2, ts: second.ts };
      expect(expectOk(replies(bench.room, ann, page)).thread).toMatchObject(head);
    }));

  test('a place in a thread is that of the newest reply that is not after it', () =>
    onRoom((bench) => {
      const { ann, bob, room } = bench;
      const parent = bench.post(ann, 'parent');
      const [first, second] = ['one', 'two'].map((text) => bench.post(bob, text, { threadTs: parent.ts }));
      bench.post(ann, 'in the channel');
      if (!first || !second) throw new Error('not posted');
      const ordinalAt = (ts?: Timestamp) => expectOk(threadPosition(room, ann, parent.ts, ts)).place.ordinal;
      expect([ordinalAt(parent.ts), ordinalAt(first.ts), ordinalAt(justBefore(second.ts))]).toEqual([
        0, 1, 1,
      ]);
      expect(expectOk(threadPosition(room, ann, first.ts))).toMatchObject({
        threadTs: parent.ts,
        place: { seq: room.head.seq, ordinal: 2, ts: second.ts },
      });
      const nowhere = threadPosition(room, ann, '1500000000.000001' as Timestamp);
      expect(nowhere).toMatchObject({ error: 'thread_not_found' });
    }));

  test('only to those who may see it, and places only to those who are in it', () =>
    onRoom((bench) => {
      const { ann, room } = bench;
      const { ts } = bench.post(ann, 'parent');
      const outsider: Actor = { teamId: ann.teamId, userId: mintId('U'), role: 'member' };
      const guest: Actor = { ...outsider, role: 'guest' };
      const stranger: Actor = { ...outsider, teamId: mintId('T') };
      expect(threadHeads(room, outsider, [ts], true)).toMatchObject({ ok: true });
      expect(threadPosition(room, outsider, ts)).toMatchObject({ error: 'not_in_channel' });
      for (const actor of [guest, stranger]) {
        expect(threadHeads(room, actor, [ts], true)).toMatchObject({ error: 'channel_not_found' });
        expect(threadPosition(room, actor, ts)).toMatchObject({ error: 'channel_not_found' });
      }
    }));
});

interface Scene {
  readonly ws: Workspace;
  readonly ann: Actor;
  readonly bob: Actor;
  readonly channel: TestChannel;
}
async function scene(): Promise<Scene> {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  return { ws, ann, bob, channel: await ws.channelWith([ann, bob]) };
}

const memberOf = ({ teamId, userId }: Actor) => objects.member(teamId, userId);
const isAt = async (actor: Actor, { id }: TestChannel, is: (row: Membership) => boolean): Promise<void> =>
  until(async () => {
    const row = await memberOf(actor).membership(id);
    return row !== undefined && is(row);
  });

/** A person's line of a channel, in the hello of a new socket of theirs. */
async function lineOf(ws: Workspace, actor: Actor, { id }: TestChannel): Promise<HelloChannel> {
  const socket = await socketOf(ws, actor);
  const line = (await socket.hellos()).channels.find((one) => one.id === id);
  socket.close();
  if (line === undefined) throw new Error('not in the channel');
  return line;
}

const personal = async (
  socket: Socket,
  type: PersonalEvent['type'],
  isWanted: (event: PersonalEvent) => boolean = () => true,
): Promise<PersonalEvent> =>
  (await socket.next(
    (frame) => (frame.type as string) === type && isWanted(frame as unknown as PersonalEvent),
  )) as unknown as PersonalEvent;

/** Sends a frame and answers what came back to it. */
async function asked(socket: Socket, frame: Extract<UpFrame, { id?: unknown }>): Promise<object> {
  socket.send({ ...frame, id: 'asked' });
  return socket.next((answer) => 'id' in answer && answer.id === 'asked');
}

describe('by frames', () => {
  test('follow and unfollow a thread: acked, pushed to all of the person’s sockets, and kept', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { ts } = (await channel.post(ann, 'parent')).message;
    const reply = (await channel.post(ann, 'reply', { threadTs: ts })).message;
    const [one, other] = [await socketOf(ws, bob), await socketOf(ws, bob)];
    for (const socket of [one, other]) await socket.hellos();
    const place = { channel: channel.id, thread_ts: ts };
    expect(await asked(one, { type: 'follow', ...place })).toMatchObject({
      type: 'ack',
      channel: channel.id,
    });
    const state = { ...place, ordinal: 1, ts: reply.ts, mentions: 0, is_marked_unread: false };
    for (const socket of [one, other])
      expect(await personal(socket, 'thread_subscribed')).toMatchObject(state);
    await evictDurableObject(stubs.member(bob));
    expect(await memberOf(bob).thread(channel.id, ts)).toMatchObject({ isFollowing: true, markOrdinal: 1 });
    expect(await asked(one, { type: 'unfollow', ...place })).toMatchObject({ type: 'ack' });
    for (const socket of [one, other])
      expect(await personal(socket, 'thread_unsubscribed')).toMatchObject(state);
    expect(await memberOf(bob).followedThreads(10)).toEqual([]);
  });

  test('a mark of a thread takes its mentions back, and the channel’s mark does not', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { ts } = (await channel.post(bob, 'parent')).message;
    const named = (await channel.post(ann, `<@${bob.userId}>!`, { threadTs: ts })).message;
    await isAt(bob, channel, ({ mentions }) => mentions === 1);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    const last = (await channel.post(ann, 'after it')).message.ts;
    await asked(socket, { type: 'mark', channel: channel.id, ts: last });
    expect(await personal(socket, 'channel_marked')).toMatchObject({ ts: last, mentions: 1 });
    const mark = { type: 'mark', channel: channel.id, thread_ts: ts, ts: named.ts } as const;
    expect(await asked(socket, mark)).toMatchObject({ type: 'ack', ts: named.ts });
    expect(await personal(socket, 'thread_marked')).toMatchObject({ ordinal: 1, mentions: 0 });
    expect(await lineOf(ws, bob, channel)).toMatchObject({ unread: 0, mentions: 0 });
  });

  test('unread moves a channel’s mark back to just before, and stays when its person posts', async () => {
    const { ws, ann, bob, channel } = await scene();
    const posted: Timestamp[] = [];
    for (const text of ['one', 'two', 'three']) posted.push((await channel.post(ann, text)).message.ts);
    const second = posted[1];
    if (second === undefined) throw new Error('not posted');
    await channel.post(bob, 'read so far');
    await isAt(bob, channel, ({ markOrdinal }) => markOrdinal === 4);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    await asked(socket, { type: 'mark', channel: channel.id, ts: second, unread: true });
    const marked = { ordinal: 1, ts: justBefore(second), is_marked_unread: true };
    expect(await personal(socket, 'channel_marked')).toMatchObject(marked);
    const flagged = { marked_ordinal: 1, unread: 3, is_marked_unread: true };
    expect(await lineOf(ws, bob, channel)).toMatchObject(flagged);
    const own = await channel.post(bob, 'and I say something');
    await socket.event(channel.id, own.seq);
    const named = await channel.post(ann, `<@${bob.userId}>`);
    await socket.event(channel.id, named.seq);
    await isAt(bob, channel, ({ mentions }) => mentions === 1);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ ...flagged, unread: 5, mentions: 1 });
    await asked(socket, { type: 'mark', channel: channel.id, ts: own.message.ts });
    await socket.next((frame) => 'is_marked_unread' in frame && frame.is_marked_unread === false);
    expect(await lineOf(ws, bob, channel)).toMatchObject({
      marked_ordinal: 5,
      unread: 1,
      is_marked_unread: false,
    });
  });

  test('unread moves a thread’s mark back too', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { ts } = (await channel.post(ann, 'parent')).message;
    await channel.post(ann, 'one', { threadTs: ts });
    const reply = (await channel.post(bob, 'two', { threadTs: ts })).message;
    await until(async () => (await memberOf(bob).thread(channel.id, ts))?.markOrdinal === 2);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    await asked(socket, { type: 'mark', channel: channel.id, thread_ts: ts, ts: reply.ts, unread: true });
    const marked = { ordinal: 1, ts: justBefore(reply.ts), is_marked_unread: true };
    expect(await personal(socket, 'thread_marked')).toMatchObject(marked);
  });

  test('of a thread that is none, or of a channel that is not one’s own: an error frame, the socket stays', async () => {
    const { ws, ann, bob, channel } = await scene();
    const secret = await ws.channelWith([ann], true);
    const { ts } = (await secret.post(ann, 'parent')).message;
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    const never = '1500000000.000001' as Timestamp;
    for (const type of ['follow', 'unfollow'] as const) {
      const inOwn = await asked(socket, { type, channel: channel.id, thread_ts: never });
      expect(inOwn).toMatchObject({ type: 'error', error: 'thread_not_found' });
      const elsewhere = await asked(socket, { type, channel: secret.id, thread_ts: ts });
      expect(elsewhere).toMatchObject({ type: 'error', error: 'channel_not_found' });
    }
    const mark = await asked(socket, { type: 'mark', channel: channel.id, thread_ts: never, ts: never });
    expect(mark).toMatchObject({ type: 'error', error: 'thread_not_found' });
    const narrow = await socketOf(ws, bob, { scopes: ['channels:history'] });
    await narrow.hellos();
    const refused = await asked(narrow, { type: 'follow', channel: channel.id, thread_ts: never });
    expect(refused).toMatchObject({ type: 'error', error: 'missing_scope' });
  });

  test('a socket straight to the channel takes the same', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { ts } = (await channel.post(ann, 'parent')).message;
    const named = (await channel.post(ann, `<@${bob.userId}>`, { threadTs: ts })).message;
    await isAt(bob, channel, ({ mentions }) => mentions === 1);
    const socket = await directSocketOf(ws, bob, channel);
    await socket.hellos();
    const place = { channel: channel.id, thread_ts: ts };
    expect(await asked(socket, { type: 'mark', ...place, ts: named.ts })).toMatchObject({ type: 'ack' });
    expect(await memberOf(bob).membership(channel.id)).toMatchObject({ mentions: 0 });
    expect(await asked(socket, { type: 'unfollow', ...place })).toMatchObject({ type: 'ack' });
    expect(await memberOf(bob).thread(channel.id, ts)).toMatchObject({ isFollowing: false });
    await asked(socket, { type: 'mark', channel: channel.id, ts, unread: true });
    expect(await memberOf(bob).membership(channel.id)).toMatchObject({ isMarkedUnread: true });
    const nowhere = await asked(socket, { type: 'follow', ...place, channel: mintId('C') });
    expect(nowhere).toMatchObject({ type: 'error', error: 'channel_not_found' });
  });
});

describe('pushes', () => {
  test('one that was lost makes a socket ask for marks, preferences and the threads that changed', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { ts } = (await channel.post(ann, 'parent')).message;
    const member = memberOf(bob);
    const head = { seq: 1, ordinal: 0, ts };
    const unchanged = (await channel.post(ann, 'another parent')).message.ts;
    expectOk(await member.followThread(channel.id, unchanged, head));
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    let pushes = 0;
    intercept(Gateway, 'push', async ({ proceed }) => {
      pushes += 1;
      if (pushes < 3) throw new Error('lost');
      return proceed();
    });
    expectOk(await member.followThread(channel.id, ts, head));
    expectOk(await member.setPreferences(channel.id, { muted: true }));
    await until(() => pushes === 2);
    expectOk(await member.mark(channel.id, { ordinal: 1, ts }));
    const isOfChannel = (event: PersonalEvent) => 'channel' in event && event.channel === channel.id;
    const preferences = await personal(socket, 'channel_preferences', isOfChannel);
    expect(preferences).toMatchObject({ muted: true });
    expect(await personal(socket, 'thread_subscribed')).toMatchObject({ thread_ts: ts });
    expect(JSON.stringify(socket.frames)).not.toContain(unchanged);
  });

  test('a muted channel counts what is unread and who is named, and no call to everybody', async () => {
    const { ws, ann, bob, channel } = await scene();
    expectOk(await memberOf(bob).setPreferences(channel.id, { muted: true, level: 'mentions' }));
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    await channel.post(ann, '<!channel>');
    const named = await channel.post(ann, `<@${bob.userId}>`);
    await socket.event(channel.id, named.seq);
    await isAt(bob, channel, ({ mentions }) => mentions === 1);
    const line = { unread: 2, mentions: 1, muted: true, level: 'mentions' };
    expect(await lineOf(ws, bob, channel)).toMatchObject(line);
    expectOk(await memberOf(bob).setPreferences(channel.id, { muted: false }));
    expect(await lineOf(ws, bob, channel)).toMatchObject({ mentions: 2, muted: false, level: 'mentions' });
  });
});

async function directSocketOf(ws: Workspace, actor: Actor, { id }: TestChannel): Promise<Socket> {
  const socket = await silentDirectOf(ws, actor, id);
  socket.hello();
  return socket;
}
