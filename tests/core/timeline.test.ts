import { describe, expect, test } from 'vitest';
import { archive, unarchive } from '../../durable-objects/channel/archive.ts';
import {
  addBookmark,
  bookmarks,
  editBookmark,
  removeBookmark,
} from '../../durable-objects/channel/bookmark.ts';
import { setPurpose, setTopic } from '../../durable-objects/channel/describe.ts';
import { edit } from '../../durable-objects/channel/edit.ts';
import { join, leave } from '../../durable-objects/channel/membership.ts';
import { pin, unpin } from '../../durable-objects/channel/pin.ts';
import { post } from '../../durable-objects/channel/post.ts';
import { react, unreact } from '../../durable-objects/channel/react.ts';
import { history, members, replies } from '../../durable-objects/channel/read.ts';
import { remove } from '../../durable-objects/channel/remove.ts';
import { rename } from '../../durable-objects/channel/rename.ts';
import { applyFrame } from '../../domain/timeline/apply-frame.ts';
import { emptyTimeline, factsOf, withPage } from '../../domain/timeline/timeline.ts';
import type { Timeline } from '../../domain/timeline/timeline.ts';
import type { BookmarkId } from '../../protocol/ids.ts';
import type { Message } from '../../protocol/entities.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { actorOn, onRoom } from './support/room.ts';
import type { ShownEntry } from './support/shown.ts';
import type { Bench } from './support/room.ts';
import { expectOk } from './support/workspace.ts';

/** Twenty, and those that once found something. */
const seeds = [...Array.from({ length: 20 }, (_, at) => at + 1), 47, 344, 348];
const steps = 80;

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { below, oneOf: <T>(items: readonly T[]): T | undefined => items[below(items.length)] };
}
type Dice = ReturnType<typeof dice>;

/** Something that a person might do; a refusal is part of life. */
async function act(bench: Bench, roll: Dice, people: readonly Actor[], known: Timestamp[]): Promise<void> {
  const { room, clock } = bench;
  const actor = roll.oneOf(people) ?? bench.ann;
  const ts = roll.oneOf(known);
  clock.nowMs += roll.below(10) === 0 ? -60_000 : roll.below(2_000);
  const say = (more: { threadTs?: Timestamp; broadcast?: boolean } = {}): void => {
    const mention = roll.below(4) === 0 ? ` <@${bench.bob.userId}> <!channel>` : '';
    const answer = post(room, actor, { text: `words ${roll.below(1_000)}${mention}`, ...more });
    if (answer.ok) known.push(answer.message.ts);
  };
  const name = roll.oneOf(['tada', 'eyes', 'heart']) ?? 'tada';
  const kind = roll.below(18);
  if (kind < 3 || ts === undefined) say();
  else if (kind < 5) say({ threadTs: ts });
  else if (kind === 5) say({ threadTs: ts, broadcast: true });
  else if (kind < 8) react(room, actor, { ts, name });
  else if (kind === 8) unreact(room, actor, { ts, name });
  else if (kind === 9) edit(room, actor, { ts, text: `edited ${roll.below(1_000)}` });
  else if (kind === 10) remove(room, actor, ts);
  else if (kind === 14) pin(room, actor, ts);
  else if (kind === 15) unpin(room, actor, ts);
  else if (kind === 16) keepLink(bench, actor, roll);
  else if (kind === 12)
    rename(room, bench.ann, { name: `n${roll.below(3)}`, number: room.head.seq, asAdmin: true });
  else if (kind === 13 && roll.below(3) === 0) {
    await (room.requireMeta().isArchived ? unarchive(room, bench.ann) : archive(room, bench.ann));
  } else if (kind === 11) describeChannel(room, actor, `about ${roll.below(3)}`);
  else await (room.members.has(actor.userId) ? leave(room, actor) : join(room, actor));
}

/** One more, one changed, or one removed. */
function keepLink({ room }: Bench, actor: Actor, roll: Dice): void {
  const kept = roll.oneOf(room.bookmarks.standing());
  const kind = roll.below(3);
  const title = `link ${roll.below(100)}`;
  const id = `Bk${String(room.head.seq).padStart(10, '0')}` as BookmarkId;
  if (kept === undefined || kind === 0)
    addBookmark(room, actor, { title, link: 'https://a.example', emoji: '' }, id);
  else if (kind === 1) editBookmark(room, actor, kept.id, { title });
  else removeBookmark(room, actor, kept.id);
}

const describeChannel = (room: Bench['room'], actor: Actor, words: string): void =>
  void (words.endsWith('0') ? setPurpose : setTopic)(room, actor, words);

/** Everything that a reader who starts now would read. */
function snapshot({ room, ann, channelId }: Bench): Timeline {
  const shown: Message[] = [];
  for (let before: number | undefined, isLast = false; !isLast;) {
    const query = { inclusive: false, limit: 7, ...(before === undefined ? {} : { beforeSeq: before }) };
    const page = expectOk(history(room, ann, query));
    shown.push(...page.messages);
    before = page.nextSeq;
    isLast = before === undefined;
  }
  const roots = shown.filter(({ reply_count: count = 0 }) => count > 0);
  for (const { ts } of roots) {
    shown.push(...expectOk(replies(room, ann, { ts, inclusive: false, limit: 1_000 })).messages);
  }
  const people = expectOk(members(room, ann, { limit: 1_000 })).members;
  return {
    ...withPage(emptyTimeline(channelId, room.head.seq), shown),
    members: new Set(people),
    facts: factsOf(room.summary()),
    bookmarks: new Map(expectOk(bookmarks(room, ann)).bookmarks.map((one) => [one.id, one])),
  };
}

/** A client: an old snapshot, entries that it was sent and has not applied yet. */
interface Reader {
  timeline: Timeline;
  /** Entries up to here were read for it. */
  sent: number;
  readonly waiting: ShownEntry[];
}
const readerOf = (timeline: Timeline): Reader => ({ timeline, sent: timeline.head, waiting: [] });

/** Entries as their rows stand now are sent to it: live, or what it missed. */
function send(bench: Bench, reader: Reader): void {
  reader.waiting.push(...bench.entries(reader.sent + 1));
  reader.sent = bench.room.head.seq;
}

function apply(reader: Reader, count = reader.waiting.length): void {
  for (const { event, seq } of reader.waiting.splice(0, count)) {
    const { state, timeline } = applyFrame(reader.timeline, { ...event, seq });
    expect(state).toBe('applied');
    reader.timeline = timeline;
  }
}

const shownBy = (timeline: Timeline): unknown => ({
  head: timeline.head,
  facts: { ...timeline.facts, rev: undefined },
  bookmarks: Object.fromEntries(
    [...timeline.bookmarks].toSorted(([one], [other]) => one.localeCompare(other)),
  ),
  members: [...timeline.members].toSorted(),
  rows: Object.fromEntries(
    [...timeline.rows]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([ts, row]) => [ts, sorted(row)]),
  ),
});
/** Reactions in the order of their names: which came first is told by no one. */
const sorted = (row: Message): Message =>
  row.reactions === undefined
    ? row
    : { ...row, reactions: row.reactions.toSorted((one, other) => one.name.localeCompare(other.name)) };

describe('an old snapshot and its events are a fresh snapshot', () => {
  test.each(seeds)('seed %i', (seed) =>
    onRoom(async (bench) => {
      const roll = dice(seed);
      const eve = actorOn(bench.ann.teamId, 1, 0, 'member');
      const people = [bench.ann, bench.bob, eve];
      const known: Timestamp[] = [];
      const live = readerOf(snapshot(bench));
      const readers = [live, readerOf(live.timeline)];
      for (let step = 0; step < steps; step += 1) {
        await act(bench, roll, people, known);
        send(bench, live);
        apply(live);
        if (roll.below(10) === 0) readers.push(readerOf(snapshot(bench)));
        // Others are sent what they missed now and then, apply some of it, and read a page beside it.
        const reader = roll.oneOf(readers.slice(1));
        if (reader === undefined) continue;
        if (roll.below(3) === 0) send(bench, reader);
        if (roll.below(2) === 0) apply(reader, roll.below(reader.waiting.length + 1));
        if (roll.below(6) === 0) {
          const page = expectOk(history(bench.room, bench.ann, { inclusive: false, limit: 5 })).messages;
          reader.timeline = withPage(reader.timeline, page);
        }
        if (roll.below(20) === 0) bench.restart();
      }
      if (seed % 4 === 0) {
        await unarchive(bench.room, bench.ann);
        expectOk(await join(bench.room, bench.ann));
        expectOk(await archive(bench.room, bench.ann));
      }
      const fresh = shownBy(snapshot(bench));
      for (const reader of readers) {
        send(bench, reader);
        apply(reader);
        expect(shownBy(reader.timeline)).toEqual(fresh);
      }
    }),
  );
});
