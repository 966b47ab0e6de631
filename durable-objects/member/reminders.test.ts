import { expect, test } from 'vitest';
import { mintReminderId } from '../../platform/secrets/mint.ts';
import { slackbotId } from '../../protocol/ids.ts';
import { Duties } from '../log/duties.ts';
import { onBench } from '../testing/member-bench.ts';
import { warnings } from '../testing/warnings.ts';
import type { Person } from './person.ts';
import { completeReminder, deleteReminder, remind } from './reminders.ts';
import { remindersDuty } from './send-reminders.ts';
import { setPerson } from './set-person.ts';

const start = 1_700_000_000;

function plan(person: Person, time: number, text: string) {
  const planned = remind(person, text, time);
  if (!planned.ok) throw new Error(planned.error);
  return planned.reminder.id;
}
const alarm = (person: Person, now: () => number) => new Duties([remindersDuty(person)]).run(now(), now);

test('a reminder comes at its time and not before, once, by Slackbot, and stays in the list', () =>
  onBench(async ({ person, fakes, clock, copy }) => {
    const id = plan(person, start + 60, 'eat a banana');
    clock.nowMs = (start + 60) * 1_000 - 1;
    await alarm(person, () => clock.nowMs);
    expect(fakes.calls).toEqual([]);
    clock.nowMs += 1;
    await alarm(person, () => clock.nowMs);
    await alarm(person, () => clock.nowMs);
    expect(fakes.calls[0]).toBe(`openDirect ${slackbotId},${copy.userId}`);
    expect(fakes.posts).toEqual([
      {
        channel: fakes.directId,
        actor: { teamId: copy.teamId, userId: slackbotId, role: 'member' },
        command: { text: 'Reminder: eat a banana.', clientMessageId: id, unattended: true },
      },
    ]);
    expect(person.reminders.all()).toEqual([{ id, text: 'eat a banana', time: start + 60, completed: 0 }]);
    expect(remindersDuty(person).dueAt()).toBeUndefined();
  }));

test('one that comes seconds late is a line of the log', () =>
  onBench(async ({ person, clock }) => {
    plan(person, start + 60, 'eat a banana');
    clock.nowMs = (start + 65) * 1_000;
    const lines = await warnings(() => alarm(person, () => clock.nowMs));
    expect(lines).toEqual([{ event: 'sent_late', what: 'reminder', late_ms: 5_000 }]);
  }));

test('an answer that was lost, and an eviction before it was stored: it is there once; those after it follow', () =>
  onBench(async ({ person, fakes, clock, again }) => {
    plan(person, start + 1, 'one');
    plan(person, start + 1, 'two!');
    clock.nowMs += 1_000;
    fakes.channelFault = 'after';
    await alarm(person, () => clock.nowMs);
    expect(remindersDuty(person).dueAt()).toBe(clock.nowMs + 250);
    fakes.channelFault = undefined;
    fakes.directoryFault = 'before';
    await alarm(again(), () => clock.nowMs);
    fakes.directoryFault = undefined;
    await alarm(again(), () => clock.nowMs);
    expect(fakes.posts.map(({ command }) => command.text)).toEqual(['Reminder: one.', 'Reminder: two!']);
  }));

test('one that is completed or deleted before its time does not come', () =>
  onBench(async ({ person, fakes, clock }) => {
    const [done, deleted] = [plan(person, start + 1, 'done'), plan(person, start + 1, 'deleted')];
    expect(completeReminder(person, done)).toEqual({ ok: true });
    expect(deleteReminder(person, deleted)).toEqual({ ok: true });
    expect(deleteReminder(person, deleted)).toMatchObject({ error: 'not_found' });
    expect(completeReminder(person, mintReminderId())).toMatchObject({ error: 'not_found' });
    clock.nowMs += 1_000;
    await alarm(person, () => clock.nowMs);
    expect(fakes.posts).toEqual([]);
    expect(person.reminders.byId(done)).toMatchObject({ completed: start });
  }));

test('deactivation cancels what is still to come; what came stays', () =>
  onBench(async ({ person, fakes, clock, copy }) => {
    const came = plan(person, start + 1, 'came');
    clock.nowMs += 1_000;
    await alarm(person, () => clock.nowMs);
    plan(person, start + 10, 'never');
    expect(await setPerson(person, { ...copy, version: 2, isActive: false })).toEqual({ ok: true });
    expect(remind(person, 'x', start + 10)).toMatchObject({ error: 'account_inactive' });
    await setPerson(person, { ...copy, version: 3 });
    clock.nowMs += 20_000;
    await alarm(person, () => clock.nowMs);
    expect(fakes.posts).toHaveLength(1);
    expect(person.reminders.all().map(({ id }) => id)).toEqual([came]);
  }));
