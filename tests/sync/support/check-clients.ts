import { factsOf } from '../../../domain/timeline/timeline.ts';
import type { Facts } from '../../../domain/timeline/timeline.ts';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Event } from '../../core/support/socket.ts';
import { membersBy } from './check-logs.ts';
import type { Arrival, ChannelTruth, ClientHistory, HeldChannel, History } from './history.ts';

/** The same order for all, without hole or double; nothing after a removal; what is held is what a fresh reader finds. */
export function checkClients(history: History): string[] {
  return history.clients.flatMap((client) =>
    [
      ...client.complaints,
      ...checkWorkspace(history, client),
      ...history.channels.flatMap((channel) => [
        ...checkFrames(client, channel),
        ...checkRemovals(history, client, channel),
        ...checkOutside(client, channel),
        ...checkHeld(client, channel),
      ]),
      ...checkStrangers(history, client),
    ].map((complaint) => `${client.name}: ${complaint}`),
  );
}

const framesOf = ({ arrivals }: ClientHistory, id: ChannelId): (Arrival & { frame: Event })[] =>
  arrivals.filter(
    (arrival): arrival is Arrival & { frame: Event } =>
      'seq' in arrival.frame &&
      arrival.frame.type !== 'ack' &&
      'channel' in arrival.frame &&
      arrival.frame.channel === id,
  );

const timeOf = (frame: object): unknown => ('event_ts' in frame ? frame.event_ts : undefined);

/** Every frame is the entry that its `seq` says; those who may see all are told of no hole. */
function checkFrames(client: ClientHistory, channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  for (const { frame } of framesOf(client, channel.id)) {
    const entry = channel.entries[frame.seq - 1];
    if (entry === undefined || timeOf(entry.event) !== timeOf(frame)) {
      complaints.push(`${channel.id}: at ${frame.seq} came ${String(timeOf(frame))}, which is another entry`);
    }
    if (frame.after !== undefined && frame.after !== frame.seq - 1) {
      complaints.push(`${channel.id}: ${frame.seq} came as if after ${frame.after}`);
    }
  }
  return complaints;
}

/** Between a removal and the next joining nothing comes, unless somebody is bringing them in already. */
function checkRemovals(history: History, client: ClientHistory, channel: ChannelTruth): string[] {
  if (client.followed.has(channel.id)) return [];
  const complaints: string[] = [];
  const { operations } = history;
  for (const { frame, tick } of framesOf(client, channel.id)) {
    const left = channel.entries.findLast(
      ({ seq, membership }) =>
        seq < frame.seq && membership?.userId === client.person && membership.change === 'left',
    );
    if (left === undefined) continue;
    const isBack = channel.entries.some(
      ({ seq, membership }) =>
        seq > left.seq &&
        seq <= frame.seq &&
        membership?.userId === client.person &&
        membership.change === 'joined',
    );
    if (isBack) continue;
    const removed = operations.findLast(
      (done) =>
        (done.kind === 'leave' || done.kind === 'kick') &&
        done.subject === client.person &&
        done.channel === channel.id &&
        done.outcome !== 'refused' &&
        done.start < tick,
    );
    const isComing = operations.some(
      (done) =>
        (done.kind === 'join' || done.kind === 'invite') &&
        done.subject === client.person &&
        done.channel === channel.id &&
        done.outcome !== 'refused' &&
        done.start < tick &&
        done.end > (removed?.start ?? 0),
    );
    if (!isComing) complaints.push(`${channel.id}: ${frame.seq} came after its removal at ${left.seq}`);
  }
  return complaints;
}

/**
 * What is said in private comes to nobody outside. Who comes in later may be told what they missed, and so may everybody
 * once the channel is public again: they can read it.
 */
function checkOutside(client: ClientHistory, channel: ChannelTruth): string[] {
  const isSeenLater = (seq: number): boolean =>
    channel.entries.some(
      (entry) =>
        entry.seq > seq &&
        ((entry.membership?.userId === client.person && entry.membership.change === 'joined') ||
          conversionOf(entry) === 'public'),
    );
  return framesOf(client, channel.id).flatMap(({ frame: { seq } }) => {
    const isHere = membersBy(channel.entries.slice(0, seq - 1)).has(client.person);
    const isComing = membersBy(channel.entries.slice(0, seq)).has(client.person);
    if (isHere || isComing || kindAt(channel, seq) === 'public' || isSeenLater(seq)) return [];
    return [`${channel.id}: ${seq} came, which is private, to one outside`];
  });
}

/** By the messages that say so: entries show the channel as it stands at the end. */
function kindAt({ entries, kind }: ChannelTruth, seq: number): ChannelTruth['kind'] {
  const last = entries.findLast((entry) => entry.seq <= seq && conversionOf(entry) !== undefined);
  if (last !== undefined) return conversionOf(last) ?? kind;
  const next = entries.find((entry) => conversionOf(entry) !== undefined);
  if (next === undefined) return kind;
  return conversionOf(next) === 'public' ? 'private' : 'public';
}

function conversionOf({ event }: ChannelTruth['entries'][number]): 'public' | 'private' | undefined {
  if (!('subtype' in event)) return undefined;
  if (event.subtype === 'channel_convert_to_public') return 'public';
  return event.subtype === 'channel_convert_to_private' ? 'private' : undefined;
}

function checkHeld(client: ClientHistory, channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  const isMember = membersBy(channel.entries).has(client.person);
  const states = [
    ['live', client.live],
    ['resumed', client.resumed],
  ] as const;
  for (const [state, held] of states) {
    const one = held?.get(channel.id);
    const where = `${channel.id} ${state}`;
    if (one !== undefined) complaints.push(...differences(one, channel).map((what) => `${where}: ${what}`));
    else if (state === 'resumed' && isMember) complaints.push(`${where}: is not held`);
    if (one !== undefined && !isMember && !client.followed.has(channel.id)) {
      complaints.push(`${where}: is held, and its person is not in it`);
    }
  }
  return complaints;
}

function differences({ timeline }: HeldChannel, channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  if (timeline.head !== channel.head) complaints.push(`at ${timeline.head}, the head is ${channel.head}`);
  const members = [...timeline.members].toSorted().join();
  const fresh = [...channel.members].toSorted().join();
  if (members !== fresh) complaints.push(`members [${members}], a fresh reader finds [${fresh}]`);
  const [known, found] = [timeline.facts, factsOf(channel.summary)].map((facts) => factsTold(facts));
  if (known !== found) complaints.push(`knows the channel as ${known}, a fresh reader finds ${found}`);
  for (const ts of new Set([...timeline.rows.keys(), ...channel.rows.keys()])) {
    const [shown, found] = [timeline.rows.get(ts), channel.rows.get(ts)].map((row) => comparable(row));
    if (shown !== found) complaints.push(`row ${ts} is ${shown}, a fresh reader finds ${found}`);
  }
  return complaints;
}

const factsTold = ({ rev: _rev, ...facts }: Facts): string => JSON.stringify(facts);

function comparable(row: Message | undefined): string {
  if (row === undefined) return 'nothing';
  const known = Object.entries(row).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(known.toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

/** What it holds is of a channel that is. */
function checkStrangers({ channels }: History, client: ClientHistory): string[] {
  const known = new Set(channels.map(({ id }) => id));
  return [...client.resumed.keys()].filter((id) => !known.has(id)).map((id) => `holds the unknown ${id}`);
}

function checkWorkspace({ workspace }: History, client: ClientHistory): string[] {
  const complaints: string[] = [];
  for (const { frame } of client.arrivals) {
    if (frame.type === 'ack' || !('seq' in frame) || !('team' in frame)) continue;
    if ('channel' in frame && typeof frame.channel === 'string') continue;
    if (workspace.eventTimes.get(frame.seq ?? 0) !== timeOf(frame)) {
      complaints.push(`workspace: at ${frame.seq} came another entry`);
    }
  }
  if (client.workspaceHead !== workspace.head) {
    complaints.push(`workspace: at ${client.workspaceHead}, the head is ${workspace.head}`);
  }
  for (const [user, name] of workspace.names) {
    if (client.names.get(user) !== name)
      complaints.push(`workspace: ${user} is "${client.names.get(user)}", not "${name}"`);
  }
  return complaints;
}
