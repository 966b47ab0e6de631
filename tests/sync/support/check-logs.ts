import type { Message } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import type { ShownEntry } from '../../core/support/shown.ts';
import type { ChannelTruth, Edit, History, Post, Removal } from './history.ts';

/** What was acked is there once; the order is dense; edits and deletions hold; counts are those of the log. */
export function checkLogs(history: History): string[] {
  return history.channels.flatMap((channel) =>
    [
      ...checkOrder(channel),
      ...checkPosts(history, channel),
      ...checkEdits(history, channel),
      ...checkRows(channel),
      ...checkPeople(history, channel),
    ].map((complaint) => `${channel.id}: ${complaint}`),
  );
}

type Posted = Message & { readonly seq: number };

/** The messages of a log, deleted ones too, in its order. */
export const postsOf = ({ entries }: ChannelTruth): Posted[] =>
  entries.map(({ event }) => event as Posted).filter((event) => isPost(event));

const isPost = (event: Message): boolean =>
  event.type === 'message' && event.subtype !== 'message_changed' && event.subtype !== 'message_deleted';

function checkOrder(channel: ChannelTruth): string[] {
  const { entries, head } = channel;
  const complaints: string[] = [];
  let last = '';
  let ordinal = 0;
  for (const [at, { seq, event }] of entries.entries()) {
    if (seq !== at + 1) complaints.push(`entry ${at + 1} has seq ${seq}`);
    const time = 'event_ts' in event ? event.event_ts : '';
    if (time <= last) complaints.push(`entry ${seq} is of ${time}, the one before of ${last}`);
    last = time;
    if (!isPost(event as Message)) continue;
    const place = (event as Message).ordinal;
    if (place !== undefined && place !== (ordinal += 1))
      complaints.push(`message ${seq} has ordinal ${place}`);
  }
  if (entries.length !== head) complaints.push(`${entries.length} entries, head ${head}`);
  return complaints;
}

function checkPosts({ operations }: History, channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  const inLog = postsOf(channel);
  const posts = operations.filter(
    (done): done is Post => done.kind === 'post' && done.channel === channel.id,
  );
  const removals = operations.filter(
    (done): done is Removal => done.kind === 'remove' && done.channel === channel.id,
  );
  for (const [key, group] of Map.groupBy(posts, ({ person, clientMessageId: id }) => `${person} ${id}`)) {
    const stored = inLog.filter((row) => isOf(row, group[0]));
    const acked = group.filter(({ outcome }) => outcome === 'ok');
    if (new Set(acked.map(({ ts }) => ts)).size > 1) complaints.push(`${key} was acked with several ts`);
    const [first] = acked;
    if (stored.length > 1) complaints.push(`${key} is there ${stored.length} times`);
    if (first === undefined) continue;
    const there = inLog.filter(({ ts }) => ts === first.ts);
    if (there.length !== 1 || there[0]?.seq !== first.seq) {
      complaints.push(`acked ${key} at ${first.seq} is in the log ${there.length} times`);
    }
    const mayBeGone = removals.some(({ ts, outcome }) => ts === first.ts && outcome !== 'refused');
    const row = first.ts && channel.rows.get(first.ts);
    if (!row && !mayBeGone) complaints.push(`acked ${key} at ${first.seq} is not in history`);
  }
  for (const { ts, outcome } of removals) {
    if (outcome !== 'ok') continue;
    const row = channel.rows.get(ts);
    if (row !== undefined && row.subtype !== 'tombstone')
      complaints.push(`${ts} was deleted and is in history`);
    const entry = inLog.find((one) => one.ts === ts);
    if (entry?.subtype !== 'tombstone') complaints.push(`${ts} was deleted and has words in the log`);
  }
  return complaints;
}

const isOf = (row: Message, post: Post | undefined): boolean =>
  row.user === post?.person && row.client_msg_id === post?.clientMessageId;

function checkEdits({ operations }: History, channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  const edits = operations.filter(
    (done): done is Edit => done.kind === 'edit' && done.channel === channel.id,
  );
  for (const [ts, group] of Map.groupBy(edits, (done) => done.ts)) {
    const row = channel.rows.get(ts);
    if (row === undefined || row.subtype === 'tombstone') continue;
    const acked = group.filter(({ outcome }) => outcome === 'ok');
    const newest = acked.toSorted((one, other) => (other.rev ?? 0) - (one.rev ?? 0))[0];
    const unknown = group.filter(({ outcome }) => outcome === 'unknown');
    // An edit that was asked again has two entries of the same words.
    const allowed = [newest, ...unknown].map((done) => done?.text);
    if (newest !== undefined && !allowed.includes(row.text)) {
      complaints.push(`${ts} was last edited to "${newest.text}", and says "${row.text}"`);
    }
  }
  return complaints;
}

function checkRows(channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  const posts = postsOf(channel);
  const reactions = reactionsOf(channel.entries);
  for (const row of channel.rows.values()) {
    const replies = posts.filter(
      (one) => one.thread_ts === row.ts && one.ts !== row.ts && one.subtype !== 'tombstone',
    );
    if (
      (row.reply_count ?? 0) !== replies.length &&
      !(row.thread_ts !== undefined && row.thread_ts !== row.ts)
    ) {
      complaints.push(`${row.ts} counts ${row.reply_count} replies, there are ${replies.length}`);
    }
    const latest = replies.at(-1)?.ts;
    if (row.latest_reply !== undefined && row.latest_reply !== latest) {
      complaints.push(`${row.ts} has ${row.latest_reply} as its latest reply, it is ${latest}`);
    }
    if (row.subtype === 'tombstone') continue;
    for (const name of new Set([
      ...(reactions.get(row.ts)?.keys() ?? []),
      ...(row.reactions ?? []).map((one) => one.name),
    ])) {
      const shown = [...(row.reactions?.find((one) => one.name === name)?.users ?? [])].toSorted().join();
      const told = [...(reactions.get(row.ts)?.get(name) ?? [])].toSorted().join();
      if (shown !== told) complaints.push(`${row.ts} shows ${name} of [${shown}], the log says [${told}]`);
    }
  }
  return complaints;
}

/** Who holds which reaction, by the order of the log. */
function reactionsOf(entries: readonly ShownEntry[]): Map<string, Map<string, Set<UserId>>> {
  const held = new Map<string, Map<string, Set<UserId>>>();
  for (const { event } of entries) {
    if (event.type !== 'reaction_added' && event.type !== 'reaction_removed') continue;
    const names = held.get(event.item.ts) ?? new Map<string, Set<UserId>>();
    held.set(event.item.ts, names);
    const users = names.get(event.reaction) ?? new Set<UserId>();
    names.set(event.reaction, users);
    if (event.type === 'reaction_added') users.add(event.user);
    else users.delete(event.user);
  }
  return held;
}

export function membersBy(entries: readonly ShownEntry[]): Set<UserId> {
  const members = new Set<UserId>();
  for (const { membership } of entries) {
    if (membership?.change === 'joined') members.add(membership.userId);
    if (membership?.change === 'left') members.delete(membership.userId);
  }
  return members;
}

function checkPeople({ people }: History, channel: ChannelTruth): string[] {
  const complaints: string[] = [];
  const members = membersBy(channel.entries);
  const told = [...members].toSorted().join();
  const shown = [...channel.members].toSorted().join();
  if (shown !== told) complaints.push(`members are [${shown}], the log says [${told}]`);
  if (channel.copy?.memberCount !== members.size) {
    complaints.push(`the Directory counts ${channel.copy?.memberCount} members, there are ${members.size}`);
  }
  for (const fact of ['name', 'kind', 'isArchived', 'topic', 'purpose'] as const) {
    const [copy, own] = [channel.copy, channel.summary].map((one) => JSON.stringify(one?.[fact]));
    if (copy !== own) complaints.push(`the Directory knows ${fact} as ${copy}, it is ${own}`);
  }
  for (const { userId, memberships } of people) {
    const knows = memberships.some(({ channelId }) => channelId === channel.id);
    if (knows !== members.has(userId))
      complaints.push(`the Member of ${userId} ${knows ? 'is still' : 'is not'} in it`);
  }
  return complaints;
}
