import { presentBotProfile } from '../../domain/present/bot-profile.ts';
import type { Attachment, Block, Message, Reaction } from '../../protocol/entities.ts';
import type { BotId, ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import type { MessageStore } from './message-store.ts';
import type { PinRow } from './pin-store.ts';
import type { MessageRow, ReactionRow, ThreadRow } from './rows.ts';
import type { Meta } from './store.ts';
import type { SystemFacts } from './system-message.ts';

/** How many of a thread's people an answer names; `reply_users_count` says how many there are. */
const replyUsersShown = 5;

interface Content extends SystemFacts {
  readonly blocks?: Block[];
  readonly attachments?: Attachment[];
  readonly metadata?: { event_type: string };
  readonly isPlain?: boolean;
  readonly look?: { username?: string; icons?: Record<string, string> };
  readonly unfurl?: object;
}

/** What other tables know of some rows, and of the roots of their threads. */
export interface Surroundings {
  readonly threads: ReadonlyMap<number, ThreadRow>;
  readonly reactions: ReadonlyMap<number, readonly ReactionRow[]>;
  readonly pins: ReadonlyMap<number, PinRow>;
}

/** A message that was written just now: nobody can have reacted or replied to it. */
export const noSurroundings: Surroundings = { threads: new Map(), reactions: new Map(), pins: new Map() };

/** One query a table, however many rows. */
export function surroundingsOf(store: MessageStore, rows: readonly MessageRow[]): Surroundings {
  const seqs = rows.map((row) => row.seq);
  const roots = rows.map((row) => row.thread_seq).filter((seq) => seq !== null);
  return {
    threads: store.threads([...seqs, ...roots]),
    reactions: Map.groupBy(store.reactions(seqs), (row) => row.message_seq),
    pins: new Map(store.pins.of(seqs).map((row) => [row.message_seq, row])),
  };
}

/** Rows as Slack's messages. One that cannot be read is left out: it must not take a page, or a batch, with it. */
export function viewsOf(
  store: MessageStore,
  home: Pick<Meta, 'id' | 'teamId'>,
  rows: readonly MessageRow[],
  { threads, reactions, pins }: Surroundings = surroundingsOf(store, rows),
): Map<number, Message> {
  const known = new Map(rows.map((row) => [row.seq, row]));
  const rootSeqs = new Set(rows.map((row) => row.thread_seq).filter((seq) => seq !== null));
  for (const root of store.bySeqs([...rootSeqs].filter((seq) => !known.has(seq)))) known.set(root.seq, root);
  const views = new Map<number, Message>();
  for (const row of rows) {
    const root = row.thread_seq === null ? undefined : known.get(row.thread_seq);
    const [thread, pin] = [threads.get(row.seq), pins.get(row.seq)];
    const beside = { home, thread, root, reactions: reactions.get(row.seq), pin };
    try {
      views.set(row.seq, viewOf(row, beside));
    } catch (error) {
      const reason = String(error);
      console.error(JSON.stringify({ event: 'row_unreadable', log: home.id, seq: row.seq, reason }));
    }
  }
  return views;
}

/** The same, as they are answered: with what a reply that was sent to the channel too answers. */
export function answered(
  store: MessageStore,
  home: Pick<Meta, 'id' | 'teamId'>,
  rows: readonly MessageRow[],
  around?: Surroundings,
): Map<number, Message> {
  const views = viewsOf(store, home, rows, around);
  const broadcast = rows.filter((row) => row.deleted === 0 && isBroadcast(row));
  if (broadcast.length === 0) return views;
  const roots = viewsOf(store, home, store.bySeqs([...new Set(broadcast.map((row) => row.thread_seq ?? 0))]));
  for (const { seq, thread_seq: rootSeq } of broadcast) {
    const [view, root] = [views.get(seq), roots.get(rootSeq ?? 0)];
    if (view !== undefined && root !== undefined) views.set(seq, { ...view, root });
  }
  return views;
}

/** Rows from before there was a column for it have an ordinal alone. */
const isBroadcast = ({ subtype, thread_seq: root, ordinal }: MessageRow): boolean =>
  subtype === 'thread_broadcast' || (root !== null && ordinal !== null);

interface Beside {
  readonly home: Pick<Meta, 'id' | 'teamId'>;
  readonly thread: ThreadRow | undefined;
  readonly root: MessageRow | undefined;
  readonly reactions: readonly ReactionRow[] | undefined;
  readonly pin: PinRow | undefined;
}

function viewOf(row: MessageRow, beside: Beside): Message {
  const place = {
    ts: timestampOf(row.ts),
    team: beside.home.teamId,
    seq: row.seq,
    rev: Math.max(
      row.rev,
      beside.thread?.rev ?? 0,
      beside.pin?.rev ?? 0,
      ...(beside.reactions ?? []).map((reaction) => reaction.rev),
    ),
    ...(row.ordinal === null ? {} : { ordinal: row.ordinal }),
    ...threadFields(row, beside),
  };
  if (row.deleted === 1) {
    return {
      type: 'message',
      subtype: 'tombstone',
      hidden: true,
      text: 'This message was deleted.',
      ...place,
    };
  }
  const {
    isPlain,
    look,
    unfurl: _,
    ...content
  } = row.content === null ? {} : (JSON.parse(row.content) as Content);
  const subtype = row.subtype ?? (isBroadcast(row) ? 'thread_broadcast' : undefined);
  return {
    type: 'message',
    ...(subtype === undefined ? {} : { subtype }),
    ...(look === undefined ? { user: row.user } : look),
    text: row.text,
    ...(isPlain === true ? { mrkdwn: false as const } : {}),
    ...place,
    ...(row.client_msg_id === null ? {} : { client_msg_id: row.client_msg_id }),
    ...botFields(row, beside.home.teamId),
    ...(row.edited_by === null || row.edited_at === null
      ? {}
      : { edited: { user: row.edited_by, ts: timestampOf(row.edited_at) } }),
    ...content,
    ...reactionFields(beside.reactions),
    ...pinFields(beside.home.id, beside.pin),
  };
}

function reactionFields(rows: readonly ReactionRow[] | undefined): Partial<Message> {
  const reactions = reactionsOf(rows ?? []);
  return reactions.length === 0 ? {} : { reactions };
}

function pinFields(channel: ChannelId, pin: PinRow | undefined): Partial<Message> {
  if (pin === undefined || pin.deleted === 1) return {};
  const pinned_ts = Math.floor(pin.at / 1_000_000);
  return { pinned_to: [channel], pinned_info: { channel, pinned_by: pin.user, pinned_ts } };
}

function threadFields(row: MessageRow, beside: Beside): Partial<Message> {
  if (beside.root !== undefined) {
    // Also of a root that is deleted: a row looks the same until its own `rev` rises.
    return { thread_ts: timestampOf(beside.root.ts), parent_user_id: beside.root.user };
  }
  const { thread } = beside;
  if (thread === undefined || thread.reply_count === 0) return {};
  return { thread_ts: timestampOf(row.ts), ...threadSummary(thread), is_locked: false };
}

export function threadSummary(thread: ThreadRow): {
  reply_count: number;
  reply_users: UserId[];
  reply_users_count: number;
  latest_reply?: Message['ts'];
} {
  const users = JSON.parse(thread.users) as UserId[];
  return {
    reply_count: thread.reply_count,
    reply_users: users.slice(0, replyUsersShown),
    reply_users_count: users.length,
    ...(thread.latest_ts === null ? {} : { latest_reply: timestampOf(thread.latest_ts) }),
  };
}

function botFields(row: MessageRow, teamId: TeamId): Partial<Message> {
  if (row.bot === null) return {};
  const bot = JSON.parse(row.bot) as { id: BotId; name: string };
  return {
    bot_id: bot.id,
    bot_profile: presentBotProfile(teamId, bot, Math.floor(row.ts / 1e6)),
  };
}

export function reactionsOf(rows: readonly ReactionRow[]): Reaction[] {
  const standing = rows.filter((row) => row.deleted === 0);
  return [...Map.groupBy(standing, (row) => row.name)].map(([name, group]) => ({
    name,
    users: group.map((row) => row.user),
    count: group.length,
  }));
}
