import type { Message } from '../../protocol/entities.ts';
import type { DurableEventName, EventBody, Events } from '../../protocol/events.ts';
import { isMessageKey } from './message-keys.ts';
import { withFacts, withoutRow, withRow } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { withChannel, withEmoji, withoutChannel, withPerson, withTeam, withUsergroup } from './workspace.ts';
import type { Workspace } from './workspace.ts';

type ChannelEvent = {
  [Name in DurableEventName]: Events[Name]['audience'] extends 'channel' ? Name : never;
}[DurableEventName];
type WorkspaceEvent = Exclude<DurableEventName, ChannelEvent>;

/**
 * What each durable event does to what a client holds: one reducer for each, or this does not compile. A reducer
 * skips what its row already has (`rev`), so that a snapshot read later than the event is never set back.
 */
export const channelReducers: {
  readonly [Name in ChannelEvent]: (timeline: Timeline, event: EventBody<Name>, seq: number) => Timeline;
} = {
  message: (timeline, event, seq) =>
    withWords(withThread(posted(timeline, event), event.thread, seq), event, seq),
  message_changed: (timeline, event) => newest(timeline, event.message),
  message_deleted: (timeline, event, seq) => withThread(deleted(timeline, event), event.thread, seq),
  reaction_added: reaction,
  reaction_removed: reaction,
  pin_added: pinned,
  pin_removed: pinned,
  bookmark_added: bookmarked,
  bookmark_changed: bookmarked,
  bookmark_removed: bookmarked,
  member_joined_channel: (timeline, event) => ({
    ...timeline,
    members: new Set(timeline.members).add(event.user),
  }),
  member_left_channel: (timeline, event) => {
    const members = new Set(timeline.members);
    members.delete(event.user);
    return { ...timeline, members };
  },
  // Nothing of it is left.
  channel_deleted: (timeline) => ({
    ...timeline,
    rows: new Map(),
    members: new Set(),
    bookmarks: new Map(),
  }),
  channel_archive: (timeline, _event, rev) => withFacts(timeline, { isArchived: true, rev }),
  channel_unarchive: (timeline, _event, rev) => withFacts(timeline, { isArchived: false, rev }),
};

export const workspaceReducers: {
  readonly [Name in WorkspaceEvent]: (workspace: Workspace, event: EventBody<Name>) => Workspace;
} = {
  channel_created: (workspace, event) => withChannel(workspace, event.channel),
  channel_rename: (workspace, event) => renamed(workspace, event.channel),
  channel_hidden: (workspace, event) => withoutChannel(workspace, event.channel.id),
  team_join: (workspace, event) => withPerson(workspace, event.user),
  user_change: (workspace, event) => withPerson(workspace, event.user),
  emoji_changed: (workspace, event) => withEmoji(workspace, event),
  subteam_created: (workspace, event) => withUsergroup(workspace, event.subteam),
  subteam_updated: (workspace, event) => withUsergroup(workspace, event.subteam),
  // Its people come whole with the `subteam_updated` of the same change.
  subteam_members_changed: (workspace) => workspace,
  team_rename: (workspace, { name }) => withTeam(workspace, { name }),
  team_icon_change: (workspace, { icon }) => withTeam(workspace, { icon }),
  team_pref_change: (workspace, { name, value }) =>
    withTeam(workspace, { rules: new Map(workspace.team.rules).set(name, value) }),
};

function renamed(workspace: Workspace, { id, name }: EventBody<'channel_rename'>['channel']): Workspace {
  const known = workspace.channels.get(id);
  return known === undefined ? workspace : withChannel(workspace, { ...known, name });
}

/** The row that an event of a message carries, without what is the event's own. */
const rowOf = (event: EventBody<'message'>): Message =>
  Object.fromEntries(Object.entries(event).filter(([key]) => isMessageKey(key))) as Message;

function posted(timeline: Timeline, event: EventBody<'message'>): Timeline {
  const isGone = event.subtype === 'tombstone' && (event.reply_count ?? 0) === 0;
  return isGone ? withoutRow(timeline, event.ts) : newest(timeline, rowOf(event));
}

/** A topic, a purpose, a name or whether it is private is told by its message alone. */
function withWords(timeline: Timeline, event: EventBody<'message'>, rev: number): Timeline {
  const { subtype, topic, purpose, name } = event;
  if (subtype === 'channel_topic' && topic !== undefined) return withFacts(timeline, { topic, rev });
  if (subtype === 'channel_purpose' && purpose !== undefined) return withFacts(timeline, { purpose, rev });
  if (subtype === 'channel_name' && name !== undefined) return withFacts(timeline, { name, rev });
  if (subtype === 'channel_convert_to_private') return withFacts(timeline, { kind: 'private', rev });
  if (subtype === 'channel_convert_to_public') return withFacts(timeline, { kind: 'public', rev });
  return timeline;
}

function newest(timeline: Timeline, row: Message): Timeline {
  const known = timeline.rows.get(row.ts);
  if (known !== undefined && known.rev >= row.rev) return timeline;
  // One's own star is in no event.
  return withRow(timeline, known?.is_starred === true ? { ...row, is_starred: true } : row);
}

function deleted(timeline: Timeline, event: EventBody<'message_deleted'>): Timeline {
  const row = timeline.rows.get(event.deleted_ts);
  if (!event.has_replies) return withoutRow(timeline, event.deleted_ts);
  if (row === undefined || row.rev >= event.rev) return timeline;
  const { type, ts, team, seq, ordinal } = row;
  // As the event tells it: it may be newer than replies that are still to come.
  const { reply_count, reply_users, reply_users_count, latest_reply } = event.thread ?? row;
  const thread_ts = event.thread?.ts ?? row.thread_ts;
  return withRow(timeline, {
    type,
    subtype: 'tombstone',
    hidden: true,
    text: 'This message was deleted.',
    ts,
    seq,
    rev: event.rev,
    ...defined({ team, ordinal, thread_ts, reply_count, reply_users, reply_users_count, latest_reply }),
    is_locked: false,
  });
}

/** The parent of a reply that came or went, as it stands after it. */
function withThread(timeline: Timeline, thread: EventBody<'message'>['thread'], seq: number): Timeline {
  if (thread === undefined) return timeline;
  const parent = timeline.rows.get(thread.ts);
  if (parent === undefined || parent.rev >= seq) return timeline;
  const {
    thread_ts: _ts,
    reply_count: _n,
    reply_users: _u,
    reply_users_count: _c,
    latest_reply: _l,
    is_locked: _k,
    ...rest
  } = parent;
  if (thread.reply_count === 0) {
    return parent.subtype === 'tombstone'
      ? withoutRow(timeline, thread.ts)
      : withRow(timeline, { ...rest, rev: seq });
  }
  const { ts, ...counts } = thread;
  return withRow(timeline, { ...rest, thread_ts: ts, ...counts, is_locked: false, rev: seq });
}

function reaction(
  timeline: Timeline,
  event: EventBody<'reaction_added'> | EventBody<'reaction_removed'>,
): Timeline {
  const row = timeline.rows.get(event.item.ts);
  if (row === undefined || row.rev >= event.rev) return timeline;
  const { reactions: before = [], ...rest } = row;
  const now = { name: event.reaction, users: event.users, count: event.users.length };
  const isKnown = before.some((one) => one.name === now.name);
  const reactions = (
    isKnown ? before.map((one) => (one.name === now.name ? now : one)) : [...before, now]
  ).filter((one) => one.count > 0);
  const { names } = event;
  if (names !== undefined)
    reactions.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
  return withRow(timeline, { ...rest, ...(reactions.length === 0 ? {} : { reactions }), rev: event.rev });
}

function pinned(timeline: Timeline, event: EventBody<'pin_added'> | EventBody<'pin_removed'>): Timeline {
  const row = timeline.rows.get(event.item.ts);
  if (row === undefined || row.rev >= event.rev) return timeline;
  const { pinned_to: _to, pinned_info: _info, ...rest } = row;
  const { channel, created, created_by: by } = event.item;
  const info =
    event.type === 'pin_added'
      ? { pinned_to: [channel], pinned_info: { channel, pinned_by: by, pinned_ts: created } }
      : {};
  return withRow(timeline, { ...rest, ...info, rev: event.rev });
}

function bookmarked(
  timeline: Timeline,
  {
    bookmark_id: id,
    bookmark,
  }: EventBody<'bookmark_added'> | EventBody<'bookmark_changed'> | EventBody<'bookmark_removed'>,
): Timeline {
  const known = timeline.bookmarks.get(id);
  if (bookmark !== undefined && known !== undefined && known.rev >= bookmark.rev) return timeline;
  const bookmarks = new Map(timeline.bookmarks);
  if (bookmark === undefined) bookmarks.delete(id);
  else bookmarks.set(id, bookmark);
  return { ...timeline, bookmarks };
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };
const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
