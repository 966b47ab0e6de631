import { presentIcon } from '../../domain/present/team.ts';
import type { User } from '../../protocol/entities.ts';
import { events } from '../../protocol/events.ts';
import type { AnyEventBody, EventBody } from '../../protocol/events.ts';
import type { ChannelId, UsergroupId, UserId } from '../../protocol/ids.ts';
import type { Attachment, LogEntry } from '../../protocol/objects/delivery.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import { shown } from '../log/shown.ts';
import type { EmojiChange } from './set-emoji.ts';
import type { EntryRow } from './log-store.ts';
import { presentUsergroup } from './present-usergroup.ts';
import { presentUser } from './present-user.ts';
import { ruleNamed } from './set-rules.ts';
import type { MembersChange } from './set-usergroup-people.ts';
import type { Workspace } from './workspace.ts';

/** A call carries some 100 KB of people at most. */
const entriesMax = 100;

/** Entries from `from` on, each with its row as it stands now. */
export const readEntries = (workspace: Workspace, from: number): LogEntry[] =>
  workspace.log.entries(from, entriesMax).map((row) => entryOf(workspace, row));

function entryOf(workspace: Workspace, row: EntryRow): LogEntry {
  const { seq, kind } = row;
  const { event } = shown(workspace.requireTeam().id, seq, () => eventOf(workspace, row));
  const entry = { seq, ...(event === undefined ? {} : { event }), audience: events[kind].audience };
  return kind === 'team_join' ? { ...entry, ...joining(workspace, row) } : entry;
}

/** Of a person whose row is missing there is nobody who hears anything. */
function joining(workspace: Workspace, { subject }: EntryRow): Pick<LogEntry, 'membership'> {
  const person = workspace.people.byId(subject as UserId);
  if (person === undefined) return {};
  return { membership: { userId: person.id, change: 'joined', isGuest: person.role === 'guest' } };
}

function eventOf(workspace: Workspace, row: EntryRow): AnyEventBody {
  switch (row.kind) {
    case 'team_join':
      return personEvent(workspace, row, row.kind);
    case 'user_change':
      return { ...personEvent(workspace, row, row.kind), cache_ts: Math.floor(row.at / 1_000_000) };
    case 'channel_created':
    case 'channel_rename':
    case 'channel_hidden':
      return channelEvent(workspace, row, row.kind);
    case 'emoji_changed':
      return emojiChanged(row);
    case 'subteam_created':
    case 'subteam_updated':
      return subteam(workspace, row, row.kind);
    case 'team_rename':
      return { type: row.kind, name: workspace.requireTeam().name, event_ts: timestampOf(row.at) };
    case 'team_icon_change':
      return { type: row.kind, icon: presentIcon(workspace.requireTeam()), event_ts: timestampOf(row.at) };
    case 'team_pref_change':
      return {
        type: row.kind,
        name: row.subject,
        value: ruleNamed(workspace, row.subject),
        event_ts: timestampOf(row.at),
      };
    case 'subteam_members_changed':
      return membersChanged(workspace, row);
  }
}

function personEvent<Type extends 'team_join' | 'user_change'>(
  workspace: Workspace,
  { subject, at }: EntryRow,
  type: Type,
) {
  const person = workspace.people.byId(subject as UserId);
  if (person === undefined) throw new Error(`the log names a person without a row: ${subject}`);
  return {
    type,
    user: withoutAddress(presentUser(workspace.requireTeam(), person, workspace.now())),
    event_ts: timestampOf(at),
  };
}

/** As the channel stands: whatever once happened to one that is private or gone by now, its name is told to nobody. */
function channelEvent(
  workspace: Workspace,
  { subject, at }: EntryRow,
  kind: 'channel_created' | 'channel_rename' | 'channel_hidden',
): EventBody<typeof kind> {
  const id = subject as ChannelId;
  const summary = workspace.channels.byId(id)?.summary;
  const event_ts = timestampOf(at);
  if (summary?.kind !== 'public') return { type: 'channel_hidden', channel: { id }, event_ts };
  const { name, created, creator } = summary;
  return kind === 'channel_rename'
    ? { type: 'channel_rename', channel: { id, name, created }, event_ts }
    : { type: 'channel_created', channel: { id, name, created, creator, is_channel: true }, event_ts };
}

function subteam<Type extends 'subteam_created' | 'subteam_updated'>(
  workspace: Workspace,
  { subject, at }: EntryRow,
  type: Type,
) {
  const row = workspace.usergroups.byId(subject as UsergroupId);
  if (row === undefined) throw new Error(`the log names a user group without a row: ${subject}`);
  return {
    type,
    subteam: presentUsergroup(workspace, row),
    event_ts: timestampOf(at),
  };
}

/** The entry has it whole: a name that was taken away has no row. */
const emojiChanged = ({ at, detail }: EntryRow): EventBody<'emoji_changed'> => ({
  type: 'emoji_changed',
  ...(JSON.parse(detail ?? '{}') as EmojiChange),
  event_ts: timestampOf(at),
});

function membersChanged(
  workspace: Workspace,
  { subject, at, detail }: EntryRow,
): EventBody<'subteam_members_changed'> {
  const { added, removed, before, now } = JSON.parse(detail ?? '{}') as MembersChange;
  return {
    type: 'subteam_members_changed',
    subteam_id: subject as UsergroupId,
    team_id: workspace.requireTeam().id,
    date_previous_update: before,
    date_update: now,
    added_users: [...added],
    added_users_count: added.length,
    removed_users: [...removed],
    removed_users_count: removed.length,
    event_ts: timestampOf(at),
  };
}

/** What a gateway needs in order to follow from `head` on. A past head is asked for only for a shard that was empty then. */
export function attachmentOf(workspace: Workspace, shard: number, head: number): Attachment {
  const people = head < workspace.head ? [] : workspace.people.active();
  return {
    head,
    ordinal: 0,
    people: people
      .filter(({ id }) => workspace.shardOf(id) === shard)
      .map(({ id, role }) => ({ userId: id, isGuest: role === 'guest' })),
    deletedOrdinals: [],
    everybodyOrdinals: [],
  };
}

/** Every socket with users:read hears of people; an address is told to those with users:read.email, who ask. */
function withoutAddress(user: User): User {
  const { email: _email, ...profile } = user.profile;
  return { ...user, profile };
}
