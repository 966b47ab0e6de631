import type { User } from '../../protocol/entities.ts';
import { events } from '../../protocol/events.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Attachment, LogEntry } from '../../protocol/objects/delivery.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import type { EntryRow } from './log-store.ts';
import { presentUser } from './present-user.ts';
import type { Workspace } from './workspace.ts';

/** A call carries some 100 KB of people at most. */
const entriesMax = 100;

/** Entries from `from` on, each with its row as it stands now. */
export const readEntries = (workspace: Workspace, from: number): LogEntry[] =>
  workspace.log.entries(from, entriesMax).map((row) => entryOf(workspace, row));

function entryOf(workspace: Workspace, row: EntryRow): LogEntry {
  switch (row.kind) {
    case 'team_join': {
      const event = personEvent(workspace, row, 'team_join');
      const userId = event.user.id;
      return {
        seq: row.seq,
        event,
        audience: events.team_join.audience,
        membership: { userId, change: 'joined', isGuest: event.user.is_restricted },
      };
    }
    case 'user_change':
      return {
        seq: row.seq,
        event: { ...personEvent(workspace, row, 'user_change'), cache_ts: Math.floor(row.at / 1_000_000) },
        audience: events.user_change.audience,
      };
    case 'channel_created':
      return {
        seq: row.seq,
        event: channelCreated(workspace, row),
        audience: events.channel_created.audience,
      };
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

function channelCreated(workspace: Workspace, { subject, at }: EntryRow): EventBody<'channel_created'> {
  const summary = workspace.channels.byId(subject as ChannelId)?.summary;
  if (summary === undefined) throw new Error(`the log names a channel without a summary: ${subject}`);
  const { id, name, created, creator } = summary;
  return {
    type: 'channel_created',
    channel: { id, name, created, creator, is_channel: true },
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
