import { describe, expect, it } from 'vitest';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { applyFrame } from './apply-frame.ts';
import type { EventFrame } from './apply-frame.ts';
import { emptyTimeline, withPage } from './timeline.ts';
import type { Timeline } from './timeline.ts';

const channel = 'C0AAAAAAAAAA' as ChannelId;
const ann = 'U0AAAAAAAAAA' as UserId;
const bob = 'U0BBBBBBBBBB' as UserId;
const at = (seq: number): Timestamp => `1700000000.00000${seq}` as Timestamp;

const posted = (seq: number, extra: object = {}): EventFrame => ({
  type: 'message',
  user: ann,
  text: `message ${seq}`,
  ts: at(seq),
  seq,
  rev: seq,
  ordinal: seq,
  channel,
  channel_type: 'channel',
  event_ts: at(seq),
  ...extra,
});

const reacted = (seq: number, to: number, users: UserId[]): EventFrame => ({
  type: users.length > 0 ? 'reaction_added' : 'reaction_removed',
  user: bob,
  reaction: 'tada',
  item: { type: 'message', channel, ts: at(to) },
  event_ts: at(seq),
  users,
  rev: seq,
  seq,
});

const deleted = (seq: number, of: number, hasReplies = false): EventFrame => ({
  type: 'message',
  subtype: 'message_deleted',
  hidden: true,
  channel,
  channel_type: 'channel',
  ts: at(seq),
  deleted_ts: at(of),
  event_ts: at(seq),
  rev: seq,
  has_replies: hasReplies,
  seq,
});

const changed = (seq: number, of: number, rev = seq): EventFrame => ({
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel,
  channel_type: 'channel',
  ts: at(seq),
  event_ts: at(seq),
  message: { type: 'message', user: ann, text: `edited at ${rev}`, ts: at(of), seq: of, rev, ordinal: of },
  seq,
});

const after = (frames: readonly EventFrame[], start: Timeline = emptyTimeline(channel, 0)): Timeline =>
  frames.reduce((timeline, frame) => applyFrame(timeline, frame).timeline, start);

describe('the cursor', () => {
  it('is moved by the frame that follows it, and by no other', () => {
    const one = after([posted(1)]);
    expect(applyFrame(one, posted(1)).state).toBe('seen');
    expect(applyFrame(one, posted(3)).state).toBe('gap');
    expect(applyFrame(one, posted(3)).timeline).toBe(one);
    expect(applyFrame(one, posted(2)).timeline.head).toBe(2);
  });

  it('jumps over entries that this person may not see, where the frame says so', () => {
    const one = after([posted(1)]);
    expect(applyFrame(one, posted(4, { after: 1 })).timeline.head).toBe(4);
    expect(applyFrame(one, posted(4, { after: 2 })).state).toBe('gap');
  });
});

describe('rows', () => {
  it('are not set back by an event that a newer snapshot already has', () => {
    const newest = {
      type: 'message',
      user: ann,
      text: 'newest',
      ts: at(1),
      seq: 1,
      rev: 9,
      ordinal: 1,
    } as const;
    const timeline = withPage(emptyTimeline(channel, 0), [newest]);
    expect(after([posted(1), changed(2, 1), reacted(3, 1, [bob])], timeline).rows.get(at(1))).toEqual(newest);
  });

  it('take two reactions that were read together, each at its own entry', () => {
    const row = after([
      posted(1),
      reacted(2, 1, [bob]),
      { ...reacted(3, 1, [ann]), reaction: 'eyes' } as EventFrame,
    ]).rows.get(at(1));
    expect(row?.reactions).toEqual([
      { name: 'tada', users: [bob], count: 1 },
      { name: 'eyes', users: [ann], count: 1 },
    ]);
    expect(row?.rev).toBe(3);
  });

  it('show reactions in the order that the event gives', () => {
    const row = after([
      posted(1),
      reacted(2, 1, [bob]),
      { ...reacted(3, 1, [ann]), reaction: 'eyes', names: ['eyes', 'tada'] } as EventFrame,
    ]).rows.get(at(1));
    expect(row?.reactions?.map(({ name }) => name)).toEqual(['eyes', 'tada']);
  });

  it('lose a reaction with its last person', () => {
    expect(
      after([posted(1), reacted(2, 1, [bob]), reacted(3, 1, [])]).rows.get(at(1))?.reactions,
    ).toBeUndefined();
  });

  it('go when they are deleted, and an edit that was read late does not bring them back', () => {
    expect(after([posted(1), deleted(2, 1)]).rows.size).toBe(0);
  });

  it('stay as a tombstone without words while they have replies', () => {
    const parent = posted(1, { thread_ts: at(1), reply_count: 1 });
    const row = after([parent, deleted(2, 1, true)]).rows.get(at(1));
    expect(row).toMatchObject({ subtype: 'tombstone', reply_count: 1, rev: 2 });
    expect(row?.user).toBeUndefined();
  });

  it('show their thread as it stands after a reply came or went', () => {
    const thread = {
      ts: at(1),
      reply_count: 1,
      reply_users: [bob],
      reply_users_count: 1,
      latest_reply: at(2),
    };
    const reply = posted(2, { thread_ts: at(1), ordinal: undefined, thread });
    const withReply = after([posted(1), reply]);
    expect(withReply.rows.get(at(1))).toMatchObject({
      reply_count: 1,
      latest_reply: at(2),
      thread_ts: at(1),
    });
    const none = { ts: at(1), reply_count: 0, reply_users: [], reply_users_count: 0 };
    const without = after([{ ...deleted(3, 2), thread: none } as EventFrame], withReply);
    expect(without.rows.get(at(1))?.reply_count).toBeUndefined();
    expect(without.rows.has(at(2))).toBe(false);
  });
});

it('people come and go, and an archived channel says so', () => {
  const base = { channel, channel_type: 'C', team: 'T0AAAAAAAAAA', member_count: 1 };
  const joined = { ...base, type: 'member_joined_channel', user: bob, event_ts: at(1), summary: {}, seq: 1 };
  const left = { ...base, type: 'member_left_channel', user: bob, event_ts: at(2), seq: 2 };
  const archived = { type: 'channel_archive', channel, user: ann, event_ts: at(3), seq: 3 };
  const [one, two, three] = [joined, left, archived].map((_, index, all) =>
    after(all.slice(0, index + 1) as unknown as EventFrame[]),
  );
  expect(one?.members.has(bob)).toBe(true);
  expect(two?.members.has(bob)).toBe(false);
  expect([one?.facts.isArchived, three?.facts.isArchived]).toEqual([false, true]);
});
