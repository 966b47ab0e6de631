import { beforeEach, describe, expect, test } from 'vitest';
import type { HelloFrame, LogId } from '../../protocol/frames.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { FakeClock } from './testing/fake-clock.ts';
import { FakeNetwork } from './testing/fake-socket.ts';
import { ann, general, hello, line, message, posted, random, teamId } from './testing/sample.ts';
import { GatewayClient } from './gateway-client.ts';
import type { LinkState } from './gateway-client.ts';
import type { Follower } from './link.ts';

let clock: FakeClock;
let network: FakeNetwork;
let held: LogId[];
let entries: string[];
let resets: LogId[];
let passing: string[];
let hellos: HelloFrame[];
let states: LinkState[];
let client: GatewayClient;

const follower: Follower = {
  held: () => held,
  hello: (frame) => hellos.push(frame),
  entry: (logId, frame) => entries.push(`${logId === general ? 'general' : logId}:${frame.seq}`),
  passing: ({ type }) => passing.push(type),
  reset: (logId) => resets.push(logId),
};

const post = (seq: number, extra: object = {}, channel: ChannelId = general) =>
  posted(channel, message(seq), extra);

beforeEach(() => {
  clock = new FakeClock();
  network = new FakeNetwork();
  held = [general, teamId];
  entries = [];
  resets = [];
  passing = [];
  hellos = [];
  states = [];
  make();
});

function make(options: { reportsPosition?: boolean } = {}): void {
  client = new GatewayClient({
    url: 'wss://edgewise.test/gateway',
    clock,
    connect: network.connect,
    hints: network.hints,
    follower,
    onState: (state) => states.push(state),
    ...options,
  });
}

async function goLive(head = 10): Promise<void> {
  client.start();
  network.last.open();
  network.last.say(hello([line(general, { head })]));
  await clock.advance(0);
}

describe('hello', () => {
  test('is the first frame, with no cursors at the first time', () => {
    client.start();
    expect(network.last.sent).toEqual([]);
    network.last.open();
    expect(network.last.frames).toEqual([{ type: 'hello', version: 1, cursors: {} }]);
  });

  test('in parts is one hello, and live only with its last part', () => {
    client.start();
    network.last.open();
    network.last.say(hello([line(general)], { part: 1, last: false }));
    expect(client.state.state).toBe('connecting');
    network.last.say(hello([line(random)], { part: 2, last: true }));
    expect(hellos[0]?.channels.map(({ id }) => id)).toEqual([general, random]);
    expect(client.state.state).toBe('live');
  });

  test('that never comes ends the socket', async () => {
    client.start();
    network.last.open();
    await clock.advance(16_000);
    expect(network.sockets.length).toBeGreaterThan(1);
    expect(network.sockets[0]?.isClosed).toBe(true);
  });

  test('after a loss names the cursors of held logs alone', async () => {
    await goLive();
    network.last.say(post(11));
    network.last.close(1006);
    await clock.advance(1_000);
    network.last.open();
    expect(network.last.frames).toEqual([
      { type: 'hello', version: 1, cursors: { [general]: 11, [teamId]: 5 } },
    ]);
    held = [];
    network.last.close(1006);
    await clock.advance(5_000);
    network.last.open();
    expect(network.last.frames).toEqual([{ type: 'hello', version: 1, cursors: {} }]);
  });
});

describe('the cursor', () => {
  test('takes the next frame once, in order', async () => {
    await goLive();
    for (const seq of [11, 12, 12, 11, 13]) network.last.say(post(seq));
    expect(entries).toEqual(['general:11', 'general:12', 'general:13']);
    expect(client.cursorOf(general)).toBe(13);
  });

  test('goes over what this person may not see, where the frame says so', async () => {
    await goLive();
    network.last.say(post(15, { after: 10 }));
    expect(client.cursorOf(general)).toBe(15);
    expect(network.last.frames).toHaveLength(1);
  });

  test('at a gap asks for that log alone, once, however many frames follow', async () => {
    await goLive();
    for (let seq = 13; seq < 500; seq += 1) network.last.say(post(seq));
    expect(entries).toEqual([]);
    expect(network.last.frames.slice(1).filter(({ type }) => type === 'hello')).toEqual([
      { type: 'hello', version: 1, cursors: { [general]: 10 } },
    ]);
  });

  test('goes on over what waited behind the gap, each frame once', async () => {
    await goLive();
    network.last.say(post(13));
    network.last.say(post(14));
    for (const seq of [11, 12, 13]) network.last.say(post(seq));
    network.last.say({ type: 'resumed', channels: { [general]: { head: 13 } } });
    network.last.say(post(15));
    expect(entries).toEqual([11, 12, 13, 14, 15].map((seq) => `general:${seq}`));
  });

  test('a live frame that comes before `resumed` though what lies before it cannot be seen is not lost', async () => {
    await goLive();
    network.last.close(1006);
    await clock.advance(1_000);
    network.last.open();
    network.last.say(hello([line(general, { head: 12 })]));
    // 11 and 12 are not for this person; 13 is live and follows 12.
    network.last.say(post(13));
    expect(entries).toEqual([]);
    network.last.say({ type: 'resumed', channels: { [general]: { head: 12 }, [teamId]: { head: 5 } } });
    expect(entries).toEqual(['general:13']);
    expect(network.last.frames).toHaveLength(1);
  });

  test('what stays a gap after a resume is resumed again', async () => {
    await goLive();
    network.last.say(post(15));
    network.last.say({ type: 'resumed', channels: { [general]: { head: 12 } } });
    expect(network.last.frames.at(-1)).toEqual({ type: 'hello', version: 1, cursors: { [general]: 12 } });
    for (const seq of [13, 14, 15]) network.last.say(post(seq));
    network.last.say({ type: 'resumed', channels: { [general]: { head: 15 } } });
    expect(entries).toEqual([13, 14, 15].map((seq) => `general:${seq}`));
  });

  test('a gap that no resume closes is given up, not asked about for ever', async () => {
    await goLive();
    network.last.onText = () =>
      queueMicrotask(() =>
        network.sockets[0]?.say({ type: 'resumed', channels: { [general]: { head: 10 } } }),
      );
    network.last.say(post(15));
    await clock.advance(0);
    expect(resets).toEqual([general]);
    expect(network.sockets[0]?.isClosed).toBe(true);
    expect(network.sockets[0]?.frames.length).toBeLessThan(8);
  });

  test('of each log is its own, and the Directory’s frames are told apart', async () => {
    await goLive();
    network.last.say({
      type: 'channel_created',
      channel: { id: random, name: 'random', created: 1, creator: ann, is_channel: true },
      event_ts: '1',
      team: teamId,
      seq: 6,
    });
    network.last.say(post(11, { team: teamId }));
    expect(entries).toEqual([`${teamId}:6`, 'general:11']);
  });

  test('moves by frames within a batch as by any other', async () => {
    await goLive();
    network.last.say({ type: 'batch', events: [post(11), post(12), post(12), post(14)] });
    expect(entries).toEqual(['general:11', 'general:12']);
    expect(network.last.frames).toHaveLength(2);
  });

  test('an ack does not move it', async () => {
    await goLive();
    const answer = client.ask({ type: 'message', channel: general, text: 'hi', reply_broadcast: false });
    network.last.say({ type: 'ack', id: 1, channel: general, ts: '1700000000.000011', seq: 11 });
    await expect(answer).resolves.toMatchObject({ ok: true, seq: 11 });
    expect(client.cursorOf(general)).toBe(10);
  });
});

describe('reset', () => {
  test('with hello: rows are forgotten, and it begins where hello says', async () => {
    await goLive();
    network.last.close(1006);
    await clock.advance(1_000);
    network.last.open();
    network.last.say(hello([line(general, { head: 4 })]));
    network.last.say({ type: 'resumed', channels: { [general]: { reset: true }, [teamId]: { head: 5 } } });
    expect(resets).toEqual([general]);
    expect(client.cursorOf(general)).toBe(4);
    network.last.say(post(5));
    expect(entries).toEqual(['general:5']);
  });

  test('later: its counts are in doubt too, so a new hello is asked for', async () => {
    await goLive();
    network.last.say(post(15));
    network.last.say({ type: 'resumed', channels: { [general]: { reset: true } } });
    expect(resets).toEqual([general]);
    expect(network.sockets[0]?.isClosed).toBe(true);
    await clock.advance(1_000);
    network.last.open();
    expect(network.last.frames).toEqual([{ type: 'hello', version: 1, cursors: { [teamId]: 5 } }]);
    network.last.say(hello([line(general, { head: 20 })]));
    expect(client.cursorOf(general)).toBe(20);
  });

  test('a channel that is not in the list any more is forgotten', async () => {
    await goLive();
    network.last.close(1006);
    await clock.advance(1_000);
    network.last.open();
    network.last.say(hello([]));
    network.last.say({ type: 'resumed', channels: { [general]: { reset: true }, [teamId]: { head: 5 } } });
    expect(resets).toEqual([general]);
    expect(client.cursorOf(general)).toBeUndefined();
    expect(client.state.state).toBe('live');
  });
});

describe('a resume that the gateway asks for', () => {
  test('is sent with the cursors of the logs that it names', async () => {
    await goLive();
    network.last.say({ type: 'resume', channels: [general, teamId] });
    expect(network.last.frames.at(-1)).toEqual({
      type: 'hello',
      version: 1,
      cursors: { [general]: 10, [teamId]: 5 },
    });
  });

  test('for a channel that it was never told of brings a new hello', async () => {
    await goLive();
    network.last.say({ type: 'resume', channels: [random] });
    expect(network.sockets[0]?.isClosed).toBe(true);
    await clock.advance(1_000);
    expect(network.sockets).toHaveLength(2);
  });

  test('without an answer ends the socket', async () => {
    await goLive();
    network.last.say(post(15));
    for (let beat = 0; beat < 25; beat += 1) {
      await clock.advance(1_000);
      network.sockets[0]?.say({ type: 'pong' });
    }
    expect(network.sockets[0]?.isClosed).toBe(true);
  });
});

describe('membership', () => {
  const joined = (seq: number, who = ann) => ({
    type: 'member_joined_channel',
    user: who,
    channel: random,
    channel_type: 'C',
    team: teamId,
    event_ts: '1',
    member_count: 2,
    summary: {},
    seq,
  });

  test('joining begins the log at that entry, leaving ends it', async () => {
    await goLive();
    network.last.say(joined(7));
    network.last.say(post(8, {}, random));
    network.last.say({ ...joined(9), type: 'member_left_channel' });
    expect(entries).toEqual([`${random}:7`, `${random}:8`, `${random}:9`]);
    expect(client.cursorOf(random)).toBeUndefined();
  });

  test('a deletion ends the log, and one that comes again is passed over', async () => {
    await goLive();
    const deleted = { type: 'channel_deleted', channel: random, event_ts: '1' };
    network.last.say(joined(7));
    network.last.say({ ...deleted, seq: 8 });
    network.last.say({ ...deleted, seq: 8 });
    expect(entries).toEqual([`${random}:7`, `${random}:8`]);
    expect(client.cursorOf(random)).toBeUndefined();
    expect(network.sockets[0]?.isClosed).toBe(false);
  });

  test('a channel whose joining was missed brings a new hello', async () => {
    await goLive();
    network.last.say(post(8, {}, random));
    expect(network.sockets[0]?.isClosed).toBe(true);
    expect(entries).toEqual([]);
  });
});

describe('what is not for a log', () => {
  test('passes by without a cursor', async () => {
    await goLive();
    network.last.say({ type: 'user_typing', channel: general, user: ann });
    network.last.say({
      type: 'channel_marked',
      channel: general,
      ts: '1',
      ordinal: 1,
      mentions: 0,
      version: 2,
    });
    expect(passing).toEqual(['user_typing', 'channel_marked']);
  });

  test.each([
    'not json',
    '[]',
    '"text"',
    'null',
    '{}',
    '{"type":5}',
    '{"type":"of_tomorrow"}',
    '{"type":"batch"}',
  ])('changes nothing where it cannot be read: %s', async (text) => {
    await goLive();
    network.last.say(text);
    network.last.say(post(11));
    expect(entries).toEqual(['general:11']);
  });

  test('a truncated entry keeps its place', async () => {
    await goLive();
    network.last.say({
      type: 'message',
      channel: general,
      seq: 11,
      ts: '1700000000.000011',
      truncated: true,
    });
    network.last.say(post(12));
    expect(entries).toEqual(['general:11', 'general:12']);
  });
});

describe('the heartbeat', () => {
  const pings = (): number => network.last.sent.filter((text) => text === '{"type":"ping"}').length;

  test('is exactly the text that the runtime answers, after 25 s of silence', async () => {
    await goLive();
    await clock.advance(24_000);
    expect(pings()).toBe(0);
    await clock.advance(1_000);
    expect(pings()).toBe(1);
    network.last.say('{"type":"pong"}');
    await clock.advance(20_000);
    expect(client.state.state).toBe('live');
  });

  test('finds a socket that went silent: 35 s after the last word', async () => {
    await goLive();
    network.last.isSilent = true;
    await clock.advance(34_900);
    expect(client.state.state).toBe('live');
    await clock.advance(200);
    expect(client.state.state).toBe('offline');
    await clock.advance(1_000);
    expect(network.sockets).toHaveLength(2);
  });

  test('any frame is a sign of life', async () => {
    await goLive();
    for (let seq = 11; seq < 21; seq += 1) {
      await clock.advance(20_000);
      network.last.say(post(seq));
    }
    expect(pings()).toBe(0);
  });

  test('a tab that is seen again asks at once, and gives up sooner', async () => {
    await goLive();
    network.last.isSilent = true;
    network.hint('visible');
    await clock.advance(5_500);
    expect(network.sockets).toHaveLength(2);
  });

  test('the network that comes back cuts the wait short', async () => {
    await goLive();
    for (let tries = 0; tries < 6; tries += 1) {
      network.last.close(1006);
      await clock.advance(60_000);
    }
    network.last.close(1006);
    const before = network.sockets.length;
    network.hint('online');
    expect(network.sockets).toHaveLength(before + 1);
  });
});

describe('coming back', () => {
  test('is quick at first, then slower, and never slower than 30 s', async () => {
    clock.randomValue = 1;
    await goLive();
    const waits: number[] = [];
    await clock.advance(6_000);
    for (let tries = 0; tries < 9; tries += 1) {
      network.last.close(1006);
      if (client.state.state !== 'offline') throw new Error('not offline');
      const wait = client.state.retryAtMs - clock.now();
      waits.push(wait);
      await clock.advance(wait + 1);
    }
    expect(waits).toEqual([250, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('says since when it is offline, also while it tries', async () => {
    await goLive();
    const lostMs = clock.now();
    network.last.close(1006);
    await clock.advance(3_000);
    network.last.close(1006);
    expect(client.state).toMatchObject({ state: 'offline', sinceMs: lostMs });
    await clock.advance(2_000);
    expect(client.state).toMatchObject({ state: 'offline', sinceMs: lostMs });
  });

  test('begins quick again once it was live for a while', async () => {
    await goLive();
    for (let round = 0; round < 3; round += 1) {
      await clock.advance(10_000);
      network.last.close(1006);
      await clock.advance(300);
      network.last.open();
      network.last.say(hello([line(general, { head: 10 })]));
      network.last.say({ type: 'resumed', channels: { [general]: { head: 10 }, [teamId]: { head: 5 } } });
      expect(client.state.state).toBe('live');
    }
  });

  test.each([
    [4000, 'offline'],
    [4003, 'offline'],
    [4004, 'offline'],
    [4006, 'offline'],
    [1000, 'offline'],
    [1006, 'offline'],
    [1011, 'offline'],
    [1012, 'offline'],
    [1013, 'offline'],
  ])('after a close with %i it comes back', async (code, state) => {
    await goLive();
    network.last.close(code);
    expect(client.state.state).toBe(state);
    await clock.advance(6_000);
    expect(network.sockets.length).toBeGreaterThan(1);
  });

  test.each([
    [4001, 'not_authenticated'],
    [4002, 'revoked'],
    [4005, 'outdated'],
  ])('after a close with %i it does not: %s', async (code, reason) => {
    await goLive();
    network.last.close(code);
    expect(client.state).toEqual({ state: 'ended', reason });
    network.hint('online');
    network.hint('visible');
    client.retryNow();
    await clock.advance(120_000);
    expect(network.sockets).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  test.each([
    ['a flood', 4004],
    ['being one socket too many', 4007],
  ])('after %s it waits', async (_, code) => {
    await goLive();
    network.last.close(code);
    await clock.advance(4_900);
    expect(network.sockets).toHaveLength(1);
    await clock.advance(200);
    expect(network.sockets).toHaveLength(2);
  });

  test('when the server asks for it, after the time that it names', async () => {
    await goLive();
    network.last.say({ type: 'reconnect', after_ms: 3_000 });
    expect(network.sockets[0]?.isClosed).toBe(true);
    await clock.advance(2_900);
    expect(network.sockets).toHaveLength(1);
    await clock.advance(200);
    expect(network.sockets).toHaveLength(2);
  });

  test('late words of an old socket are not heard', async () => {
    await goLive();
    const old = network.last;
    old.say({ type: 'reconnect', after_ms: 0 });
    old.isClosed = false;
    old.say(post(11));
    expect(entries).toEqual([]);
  });

  test('stop is for good', async () => {
    await goLive();
    client.stop();
    expect(network.last.isClosed).toBe(true);
    expect(client.state).toEqual({ state: 'ended', reason: 'stopped' });
    expect(clock.pending).toBe(0);
  });
});

describe('asking', () => {
  const say = { type: 'message', channel: general, text: 'hi', reply_broadcast: false } as const;

  test('is not possible before hello: nothing is queued', async () => {
    client.start();
    network.last.open();
    await expect(client.ask(say)).resolves.toEqual({ ok: false, error: 'unreachable' });
  });

  test('gets the answer to its own id, and the second one is not heard', async () => {
    await goLive();
    const one = client.ask(say);
    const two = client.ask(say);
    network.last.say({ type: 'error', id: 2, error: 'is_archived' });
    network.last.say({ type: 'ack', id: 1, channel: general, ts: '1', seq: 11 });
    network.last.say({ type: 'ack', id: 1, channel: general, ts: '1', seq: 11 });
    await expect(one).resolves.toMatchObject({ ok: true });
    await expect(two).resolves.toEqual({ ok: false, error: 'is_archived' });
  });

  test('without an answer is unreachable: at the loss of the socket, or after 12 s', async () => {
    await goLive();
    const lost = client.ask(say);
    network.last.close(1006);
    await expect(lost).resolves.toEqual({ ok: false, error: 'unreachable' });
    await clock.advance(500);
    network.last.open();
    network.last.say(hello([line(general, { head: 10 })]));
    network.last.say({ type: 'resumed', channels: { [general]: { head: 10 }, [teamId]: { head: 5 } } });
    const late = client.ask(say);
    await clock.advance(12_000);
    await expect(late).resolves.toEqual({ ok: false, error: 'unreachable' });
  });
});

describe('position', () => {
  test('is not reported to a server that does not take it', async () => {
    make({ reportsPosition: false });
    await goLive();
    for (let seq = 11; seq < 400; seq += 1) network.last.say(post(seq));
    expect(network.last.frames).toHaveLength(1);
  });

  test('is reported after 100 frames, 256 KiB, or 30 s, pong not counted', async () => {
    await goLive();
    for (let seq = 11; seq < 110; seq += 1) network.last.say(post(seq));
    network.last.say('{"type":"pong"}');
    expect(network.last.frames.at(-1)).toEqual({ type: 'position', frames: 100 });
    network.last.say(post(110, { text: 'x'.repeat(300_000) }));
    expect(network.last.frames.at(-1)).toEqual({ type: 'position', frames: 101 });
    network.last.say(post(111));
    await clock.advance(20_000);
    expect(network.last.frames.at(-1)).toEqual({ type: 'position', frames: 101 });
    network.last.say('{"type":"pong"}');
    await clock.advance(11_000);
    expect(network.last.frames.at(-1)).toEqual({ type: 'position', frames: 102 });
  });

  test('begins anew with each socket', async () => {
    await goLive();
    for (let seq = 11; seq < 150; seq += 1) network.last.say(post(seq));
    network.last.close(4003);
    await clock.advance(1_000);
    network.last.open();
    network.last.say(hello([line(general, { head: 149 })]));
    network.last.say({ type: 'resumed', channels: { [general]: { head: 149 }, [teamId]: { head: 5 } } });
    await clock.advance(31_000);
    expect(network.last.frames.at(-1)).toEqual({ type: 'position', frames: 2 });
  });
});
