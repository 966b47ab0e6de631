import { decideSchedule, neighbourhood } from '../../domain/scheduling/decide-schedule.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId, ScheduledMessageId } from '../../protocol/ids.ts';
import type { PostCommand } from '../../protocol/objects/channel.ts';
import type { Scheduling } from '../../protocol/objects/scheduling.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Person } from './person.ts';

type Answer<Verb extends keyof Scheduling> = Awaited<ReturnType<Scheduling[Verb]>>;

/** How long one that could not be posted stays listed. */
const failedKeptSeconds = 30 * 86_400;

/** Stored with the alarm that posts it. */
export function schedule(
  person: Person,
  channelId: ChannelId,
  postAt: number,
  command: PostCommand,
): Answer<'schedule'> {
  if (person.copy?.isActive !== true) return refuse('account_inactive');
  const nowMs = person.now();
  const { from, to } = neighbourhood(postAt);
  const decision = decideSchedule(
    postAt,
    person.scheduled.timesBetween(channelId, from, to, undefined),
    nowMs,
  );
  if (!decision.ok) return decision;
  const id = mintId('Q');
  const created = Math.floor(nowMs / 1_000);
  person.transact(() => {
    person.scheduled.deleteFailedBefore(created - failedKeptSeconds);
    person.scheduled.insert({ id, channelId, postAt, created, command });
    person.alarm.armBy(postAt * 1_000);
  });
  return accept({ id });
}

export function unschedule(
  person: Person,
  channelId: ChannelId,
  id: ScheduledMessageId,
): Answer<'unschedule'> {
  const open = openRow(person, channelId, id);
  if (!open.ok) return open;
  person.transact(() => {
    person.scheduled.delete(id);
  });
  return accept({});
}

export function moveScheduled(
  person: Person,
  channelId: ChannelId,
  id: ScheduledMessageId,
  postAt: number,
): Answer<'moveScheduled'> {
  const open = openRow(person, channelId, id);
  if (!open.ok) return open;
  const { from, to } = neighbourhood(postAt);
  const decision = decideSchedule(
    postAt,
    person.scheduled.timesBetween(channelId, from, to, id),
    person.now(),
  );
  if (!decision.ok) return decision;
  person.transact(() => {
    person.scheduled.move(id, postAt);
    person.alarm.armBy(postAt * 1_000);
  });
  return accept({});
}

/** One that is still the person's to change. */
function openRow(
  person: Person,
  channelId: ChannelId,
  id: ScheduledMessageId,
): Outcome<object, 'invalid_scheduled_message_id'> {
  const row = person.hasRows ? person.scheduled.byId(id) : undefined;
  if (row?.channelId !== channelId) return refuse('invalid_scheduled_message_id');
  // From then on it may be posted already, whatever became of the answer.
  const isOver = row.failure === undefined && row.postAt * 1_000 <= person.now();
  return isOver
    ? refuse('invalid_scheduled_message_id', { messages: ['[ERROR] it is being posted'] })
    : accept({});
}

export function scheduled(
  person: Person,
  query: Parameters<Scheduling['scheduled']>[0],
): Answer<'scheduled'> {
  const { channelId, limit } = query;
  if (!person.hasRows) return { messages: [] };
  const rows = person.scheduled.page({
    channelId,
    oldest: query.oldest ?? 0,
    latest: query.latest ?? Number.MAX_SAFE_INTEGER,
    after: query.after ?? { postAt: 0, number: 0 },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    messages: page,
    ...(last ? { next: { postAt: last.postAt, number: last.number } } : {}),
  };
}
