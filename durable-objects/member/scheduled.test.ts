import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { Duties } from '../log/duties.ts';
import type { FakeObjects } from '../testing/fake-objects.ts';
import { onBench } from '../testing/member-bench.ts';
import { warnings } from '../testing/warnings.ts';
import type { Person } from './person.ts';
import { moveScheduled, schedule, scheduled, unschedule } from './schedule.ts';
import { scheduledDuty } from './send-scheduled.ts';
import { setPerson } from './set-person.ts';

const channel = mintId('C');
const other = mintId('C');
const start = 1_700_000_000;

function plan(person: Person, postAt: number, text: string, channelId: ChannelId = channel) {
  const planned = schedule(person, channelId, postAt, { text });
  if (!planned.ok) throw new Error(planned.error);
  return planned.id;
}
const texts = ({ posts }: FakeObjects) => posts.map(({ command }) => command.text);
const listed = (person: Person) => scheduled(person, { limit: 100 }).messages;
/** What an alarm at that time does, in an isolate that just woke. */
const alarm = (person: Person, now: () => number) => new Duties([scheduledDuty(person)]).run(now(), now);

test('a message is posted at its time and not before, as its author, under its own id', () =>
  onBench(async ({ person, fakes, clock, copy }) => {
    const now = () => clock.nowMs;
    const id = plan(person, start + 60, 'lunch');
    expect(scheduledDuty(person).dueAt()).toBe((start + 60) * 1_000);
    clock.nowMs = (start + 60) * 1_000 - 1;
    await alarm(person, now);
    expect(fakes.posts).toEqual([]);
    clock.nowMs += 251;
    await alarm(person, now);
    const { teamId, userId, role } = copy;
    const command = { text: 'lunch', clientMessageId: id, unattended: true };
    expect(fakes.posts).toEqual([{ channel, actor: { teamId, userId, role }, command }]);
    expect(listed(person)).toEqual([]);
    expect(scheduledDuty(person).dueAt()).toBeUndefined();
  }));

test('one that goes out seconds late is a line of the log, without its words; a moment is none', () =>
  onBench(async ({ person, clock }) => {
    plan(person, start + 60, 'lunch');
    clock.nowMs = (start + 60) * 1_000 + 4_999;
    expect(await warnings(() => alarm(person, () => clock.nowMs))).toEqual([]);
    plan(person, start + 120, 'lunch');
    clock.nowMs = (start + 3_720) * 1_000;
    const lines = await warnings(() => alarm(person, () => clock.nowMs));
    expect(lines).toEqual([{ event: 'sent_late', what: 'message', late_ms: 3_600_000 }]);
  }));

test('a bot’s is posted as the bot', () => {
  const bot = { id: mintId('B'), name: 'Robin' };
  return onBench(
    async ({ person, fakes, clock }) => {
      plan(person, start + 1, 'beep');
      clock.nowMs += 1_000;
      await alarm(person, () => clock.nowMs);
      expect(fakes.posts).toMatchObject([{ actor: { bot }, command: { text: 'beep' } }]);
    },
    { bot },
  );
});

test('those of one channel go in the order of their times, then of their scheduling, also when they are late', () =>
  onBench(async ({ person, fakes, clock, again }) => {
    plan(person, start + 20, 'third');
    plan(person, start + 10, 'first');
    plan(person, start + 10, 'second');
    plan(person, start + 30, 'fourth');
    clock.nowMs += 25_000;
    fakes.downChannels.set(channel, 'before');
    const woken = again();
    await alarm(woken, () => clock.nowMs);
    expect(fakes.posts).toEqual([]);
    fakes.downChannels.clear();
    clock.nowMs = scheduledDuty(woken).dueAt() ?? 0;
    await alarm(woken, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['first', 'second', 'third']);
    expect(scheduledDuty(woken).dueAt()).toBe((start + 30) * 1_000);
  }));

test('an answer that was lost, and an eviction before the row was deleted: the message is there once', () =>
  onBench(async ({ person, fakes, clock, again }) => {
    plan(person, start + 1, 'once');
    clock.nowMs += 2_000;
    fakes.channelFault = 'after';
    await alarm(person, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['once']);
    expect(listed(person)).toHaveLength(1);
    fakes.channelFault = undefined;
    // Its memory of the failure is gone: at once.
    const woken = again();
    expect(scheduledDuty(woken).dueAt()).toBeLessThanOrEqual(clock.nowMs);
    await alarm(woken, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['once']);
    expect(listed(woken)).toEqual([]);
  }));

test('a channel that is down holds up itself alone, and is tried more and more seldom', () =>
  onBench(async ({ person, fakes, clock }) => {
    plan(person, start + 1, 'held');
    plan(person, start + 1, 'free', other);
    clock.nowMs += 1_000;
    fakes.downChannels.set(channel, 'before');
    await alarm(person, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['free']);
    plan(person, start + 2, 'free too', other);
    expect(scheduledDuty(person).dueAt()).toBe(clock.nowMs + 250);
    clock.nowMs += 250;
    await alarm(person, () => clock.nowMs);
    expect(scheduledDuty(person).dueAt()).toBe(clock.nowMs + 500);
    // Twice in between, and nothing was asked of it.
    const asked = fakes.calls.length;
    clock.nowMs += 499;
    await alarm(person, () => clock.nowMs);
    expect(fakes.calls).toHaveLength(asked);
    clock.nowMs = (start + 2) * 1_000;
    fakes.downChannels.clear();
    await alarm(person, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['free', 'held', 'free too']);
  }));

test('after a jump back of the clock what is due tomorrow stays due tomorrow, and nothing is posted twice', () =>
  onBench(async ({ person, fakes, clock }) => {
    const dayMs = 86_400_000;
    clock.nowMs += dayMs;
    plan(person, start + 86_401, 'tomorrow');
    clock.nowMs += 1_000;
    fakes.channelFault = 'after';
    await alarm(person, () => clock.nowMs);
    clock.nowMs -= dayMs;
    fakes.channelFault = undefined;
    await alarm(person, () => clock.nowMs);
    // Of what was posted by the other clock the row is still there: tomorrow it is found posted.
    expect(scheduledDuty(person).dueAt()).toBeGreaterThanOrEqual((start + 86_401) * 1_000);
    plan(person, start + 1_000, 'today', other);
    clock.nowMs = (start + 1_000) * 1_000;
    await alarm(person, () => clock.nowMs);
    clock.nowMs = (start + 86_401) * 1_000 + 250;
    await alarm(person, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['tomorrow', 'today']);
    expect(listed(person)).toEqual([]);
  }));

test('what the channel refuses then is listed with the reason for 30 days, is not tried again, and can be deleted', () =>
  onBench(async ({ person, fakes, clock }) => {
    const id = plan(person, start + 1, 'too late');
    plan(person, start + 1, 'too late as well');
    fakes.postRefusals.set(channel, 'not_in_channel');
    clock.nowMs += 1_000;
    await alarm(person, () => clock.nowMs);
    fakes.postRefusals.clear();
    clock.nowMs += 1_000;
    await alarm(person, () => clock.nowMs);
    expect(fakes.posts).toEqual([]);
    expect(scheduledDuty(person).dueAt()).toBeUndefined();
    expect(listed(person).map(({ failure }) => failure)).toEqual(['not_in_channel', 'not_in_channel']);
    expect(unschedule(person, channel, id)).toEqual({ ok: true });
    expect(listed(person)).toHaveLength(1);
    clock.nowMs += 31 * 86_400_000;
    plan(person, start + 32 * 86_400, 'another');
    expect(listed(person).map(({ command }) => command.text)).toEqual(['another']);
  }));

test('a channel that has enough to do says when to come again, and nothing is lost', () =>
  onBench(async ({ person, fakes, clock }) => {
    plan(person, start + 1, 'busy');
    fakes.postRefusals.set(channel, 'ratelimited');
    clock.nowMs += 1_000;
    await alarm(person, () => clock.nowMs);
    expect(scheduledDuty(person).dueAt()).toBe(clock.nowMs + 1_000);
    fakes.postRefusals.clear();
    clock.nowMs += 1_000;
    await alarm(person, () => clock.nowMs);
    expect(texts(fakes)).toEqual(['busy']);
  }));

test('deactivation cancels what was scheduled for good; nothing new is taken', () =>
  onBench(async ({ person, fakes, clock, copy }) => {
    plan(person, start + 10, 'never');
    expect(await setPerson(person, { ...copy, version: 2, isActive: false })).toEqual({ ok: true });
    expect(schedule(person, channel, start + 10, { text: 'x' })).toMatchObject({ error: 'account_inactive' });
    await setPerson(person, { ...copy, version: 3 });
    clock.nowMs += 20_000;
    await alarm(person, () => clock.nowMs);
    expect(fakes.posts).toEqual([]);
    expect(listed(person)).toEqual([]);
  }));

test('who is deactivated while one is being posted is answered when that is over', () =>
  onBench(async ({ person, fakes, clock, copy }) => {
    plan(person, start + 1, 'last');
    plan(person, start + 1, 'one too many');
    clock.nowMs += 1_000;
    const sending = alarm(person, () => clock.nowMs);
    await setPerson(person, { ...copy, version: 2, isActive: false });
    const posted = texts(fakes);
    await sending;
    expect(texts(fakes)).toEqual(posted);
    expect(posted).not.toContain('one too many');
  }));

test('one is taken back until its time has come, by the channel that it is for', () =>
  onBench(({ person, clock, rowsWritten }) => {
    const id = plan(person, start + 10, 'words');
    const unknown = { ok: false, error: 'invalid_scheduled_message_id' };
    expect(unschedule(person, other, id)).toEqual(unknown);
    expect(unschedule(person, channel, mintId('Q'))).toEqual(unknown);
    clock.nowMs += 10_000;
    expect(unschedule(person, channel, id)).toMatchObject(unknown);
    clock.nowMs -= 1;
    expect(rowsWritten(() => unschedule(person, channel, id))).toBe(1);
    expect(unschedule(person, channel, id)).toEqual(unknown);
  }));

test('one is moved whole until its time has come, the same time again too, and what failed is tried once more', () =>
  onBench(async ({ person, fakes, clock, rowsWritten }) => {
    const command = { text: 'words', broadcast: true, blocks: [{ type: 'divider' }] };
    const kept = schedule(person, channel, start + 10, command);
    if (!kept.ok) throw new Error(kept.error);
    const { id } = kept;
    const unknown = { ok: false, error: 'invalid_scheduled_message_id' };
    expect(moveScheduled(person, other, id, start + 20)).toEqual(unknown);
    expect(moveScheduled(person, channel, mintId('Q'), start + 20)).toEqual(unknown);
    expect(moveScheduled(person, channel, id, start)).toMatchObject({ error: 'time_in_past' });
    for (let times = 0; times < 2; times += 1)
      expect(moveScheduled(person, channel, id, start + 20)).toEqual({ ok: true });
    expect(listed(person)).toMatchObject([{ id, postAt: start + 20, command }]);
    expect(scheduledDuty(person).dueAt()).toBe((start + 20) * 1_000);
    clock.nowMs += 20_000;
    expect(rowsWritten(() => moveScheduled(person, channel, id, start + 30))).toBe(0);

    fakes.postRefusals.set(channel, 'is_archived');
    await alarm(person, () => clock.nowMs);
    fakes.postRefusals.clear();
    expect(moveScheduled(person, channel, id, start + 40)).toEqual({ ok: true });
    expect(listed(person)[0]?.failure).toBeUndefined();
    clock.nowMs += 20_000;
    await alarm(person, () => clock.nowMs);
    expect(fakes.posts).toMatchObject([{ command: { ...command, clientMessageId: id } }]);
    expect(listed(person)).toEqual([]);
  }));

test('one that is moved does not stand in its own way, the others do', () =>
  onBench(({ person }) => {
    const ids = Array.from({ length: 30 }, (_, count) => plan(person, start + 100 + count, 'x'));
    const [first] = ids;
    if (first === undefined) throw new Error('none');
    expect(moveScheduled(person, channel, first, start + 200)).toEqual({ ok: true });
    const far = plan(person, start + 1_000, 'far');
    expect(moveScheduled(person, channel, far, start + 150)).toMatchObject({ error: 'restricted_too_many' });
  }));

test('a list goes by time and by pages, within its bounds and of its channel', () =>
  onBench(({ person }) => {
    for (const at of [5, 3, 4, 3]) plan(person, start + at, String(at));
    plan(person, start + 4, 'other', other);
    const page = (query: Parameters<typeof scheduled>[1]) => {
      const { messages, next } = scheduled(person, query);
      return { texts: messages.map(({ command }) => command.text), next };
    };
    const first = page({ limit: 3 });
    expect(first.texts).toEqual(['3', '3', '4']);
    const rest = page({ limit: 3, ...(first.next ? { after: first.next } : {}) });
    expect(rest).toEqual({ texts: ['other', '5'], next: undefined });
    expect(page({ limit: 9, oldest: start + 4, latest: start + 4, channelId: channel }).texts).toEqual(['4']);
  }));

test('thirty in five minutes of a channel, and no more; those that failed or are elsewhere do not count', () =>
  onBench(({ person }) => {
    for (let count = 0; count < 30; count += 1) plan(person, start + 100 + count, 'x');
    const more = (channelId: ChannelId) => schedule(person, channelId, start + 200, { text: 'x' });
    expect(more(channel)).toMatchObject({ error: 'restricted_too_many' });
    expect(more(other)).toMatchObject({ ok: true });
    expect(schedule(person, channel, start, { text: 'x' })).toMatchObject({ error: 'time_in_past' });
  }));
