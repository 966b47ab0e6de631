import { unreadAbove } from '../../../domain/unread/unread.ts';
import type { ChannelSummary } from '../../../protocol/channel-summary.ts';
import type { Message, User } from '../../../protocol/entities.ts';
import type { HelloChannel, UpFrame } from '../../../protocol/frames.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { looseMicrosOf, microsOf, timestampOf } from '../../../protocol/timestamp.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Answer, Call } from '../../api/call.ts';
import type { FarEnd } from '../../gateway/testing/fake-socket.ts';
import { ann, bob, hello, team, teamId, user } from '../../gateway/testing/sample.ts';

interface Entry {
  readonly seq: number;
  readonly kind: 'post' | 'changed' | 'deleted' | 'reaction' | 'joined' | 'left' | 'archive';
  readonly of: number;
  readonly user: UserId;
  readonly name: string;
}

interface Stored {
  seq: number;
  ts: Timestamp;
  user: UserId;
  text: string;
  key: string | undefined;
  root: number | undefined;
  ordinal: number | undefined;
  isEdited: boolean;
  isDeleted: boolean;
  rev: number;
  reactions: Map<string, Set<UserId>>;
}

const startMicros = 1_600_000_000_000_000;

/** One channel's log, by the rules of core.md: dense, entries name rows, frames show rows as they stand. */
export class FakeChannel {
  readonly id: ChannelId;
  readonly entries: Entry[] = [];
  readonly rows = new Map<number, Stored>();
  readonly members = new Set<UserId>();
  readonly starredBy = new Set<UserId>();
  readonly marks = new Map<UserId, { ordinal: number; ts: Timestamp; isBack: boolean }>();
  ordinal = 0;
  isArchived = false;
  /** Micros between two messages. */
  spacing = 1_000_000;
  #micros = startMicros;

  constructor(id: ChannelId, members: readonly UserId[]) {
    this.id = id;
    for (const member of members) this.members.add(member);
  }

  get head(): number {
    return this.entries.length;
  }

  log(kind: Entry['kind'], of: number, by: UserId, name = ''): Entry {
    const entry = { seq: this.head + 1, kind, of, user: by, name };
    this.entries.push(entry);
    return entry;
  }

  post(
    by: UserId,
    text: string,
    options: { key?: string; threadTs?: Timestamp; broadcast?: boolean } = {},
  ): Entry {
    const named = options.threadTs === undefined ? undefined : this.byTs(options.threadTs);
    const root = named?.root ?? named?.seq;
    const entry = this.log('post', this.head + 1, by);
    this.#micros += this.spacing;
    const isTop = root === undefined || options.broadcast === true;
    if (isTop) this.ordinal += 1;
    this.rows.set(entry.seq, {
      seq: entry.seq,
      ts: timestampOf(this.#micros),
      user: by,
      text,
      key: options.key,
      root,
      ordinal: isTop ? this.ordinal : undefined,
      isEdited: false,
      isDeleted: false,
      rev: entry.seq,
      reactions: new Map(),
    });
    return entry;
  }

  /** Of the message at this place of the log's messages, from 0. */
  tsAt(index: number): Timestamp {
    const row = [...this.rows.values()].at(index);
    if (row === undefined) throw new Error(`no message ${index}`);
    return row.ts;
  }

  byTs(ts: string): Stored | undefined {
    return [...this.rows.values()].find((row) => row.ts === ts);
  }

  /** As the server has it: to a message that is gone nobody replies. */
  canReply(ts: string): boolean {
    const named = this.byTs(ts);
    const root = named?.root === undefined ? named : this.rows.get(named.root);
    return root !== undefined && (!root.isDeleted || this.replies(root.seq).length > 0);
  }

  replies(root: number): Stored[] {
    return [...this.rows.values()].filter((row) => row.root === root && !row.isDeleted);
  }

  view(row: Stored): Message {
    const replies = this.replies(row.seq);
    const root = row.root === undefined ? undefined : this.rows.get(row.root);
    const place = {
      type: 'message' as const,
      ts: row.ts,
      seq: row.seq,
      rev: Math.max(row.rev, this.#threadRev(row.seq)),
      team: teamId,
      ...(row.ordinal === undefined ? {} : { ordinal: row.ordinal }),
      ...(root === undefined ? {} : { thread_ts: root.ts }),
      ...(replies.length === 0 ? {} : { thread_ts: row.ts, ...threadOf(replies), is_locked: false }),
    };
    if (row.isDeleted)
      return { ...place, subtype: 'tombstone', hidden: true, text: 'This message was deleted.' };
    const reactions = [...row.reactions]
      .filter(([, users]) => users.size > 0)
      .map(([name, users]) => ({ name, users: [...users], count: users.size }));
    return {
      ...place,
      ...(root !== undefined && row.ordinal !== undefined ? { subtype: 'thread_broadcast' } : {}),
      user: row.user,
      text: row.text,
      ...(row.key === undefined ? {} : { client_msg_id: row.key }),
      ...(row.isEdited ? { edited: { user: row.user, ts: row.ts } } : {}),
      ...(reactions.length === 0 ? {} : { reactions }),
    };
  }

  frame({ seq, kind, of, user: by, name }: Entry): object {
    const row = this.rows.get(of);
    const at = { channel: this.id, seq, event_ts: timestampOf(startMicros + seq) };
    const message = { ...at, type: 'message', channel_type: 'channel' };
    switch (kind) {
      case 'post':
        if (row === undefined) break;
        return { ...this.view(row), ...message, ...this.#thread(row) };
      case 'changed':
      case 'deleted':
        if (row === undefined) break;
        return row.isDeleted
          ? {
              ...message,
              subtype: 'message_deleted',
              hidden: true,
              ts: at.event_ts,
              deleted_ts: row.ts,
              rev: row.rev,
              ...(row.ordinal === undefined ? {} : { ordinal: row.ordinal }),
              has_replies: this.replies(row.seq).length > 0,
              ...this.#thread(row),
            }
          : {
              ...message,
              subtype: 'message_changed',
              hidden: true,
              ts: at.event_ts,
              message: this.view(row),
            };
      case 'reaction':
        return {
          ...at,
          type: row?.reactions.get(name)?.has(by) ? 'reaction_added' : 'reaction_removed',
          user: by,
          reaction: name,
          item: { type: 'message', channel: this.id, ts: row?.ts },
          users: row?.isDeleted ? [] : [...(row?.reactions.get(name) ?? [])],
          rev: seq,
        };
      case 'joined':
      case 'left':
        return {
          ...at,
          type: kind === 'joined' ? 'member_joined_channel' : 'member_left_channel',
          user: by,
          channel_type: 'C',
          team: teamId,
          member_count: this.members.size,
          ...(kind === 'joined' ? { summary: this.summary() } : {}),
        };
      case 'archive':
        return { ...at, type: 'channel_archive', user: by };
    }
    throw new Error(`entry ${seq} names no row`);
  }

  summary(): ChannelSummary {
    const words = { value: '', creator: '', lastSet: 0 };
    return {
      id: this.id,
      kind: 'public',
      name: nameOf(this.id),
      isGeneral: false,
      isArchived: this.isArchived,
      created: 1,
      creator: ann,
      topic: words,
      purpose: words,
      previousNames: [],
      memberCount: this.members.size,
      updatedMs: 1,
      rev: this.head,
    };
  }

  line(userId: UserId): HelloChannel {
    const mark = this.markOf(userId);
    return {
      id: this.id,
      name: nameOf(this.id),
      kind: 'public',
      is_archived: this.isArchived,
      is_general: false,
      head: this.head,
      ordinal: this.ordinal,
      marked_ordinal: mark.ordinal,
      last_read: mark.ts,
      unread: this.unread(userId),
      mentions: 0,
      is_marked_unread: mark.isBack,
      ...(this.starredBy.has(userId) ? { starred: true } : {}),
    };
  }

  unread(userId: UserId): number {
    const deletedOrdinals = [...this.rows.values()]
      .filter(({ isDeleted }) => isDeleted)
      .map(({ ordinal = 0 }) => ordinal);
    const head = { ordinal: this.ordinal, deletedOrdinals, everybodyOrdinals: [] };
    return unreadAbove(this.markOf(userId).ordinal, head);
  }

  markOf(userId: UserId): { ordinal: number; ts: Timestamp; isBack: boolean } {
    return this.marks.get(userId) ?? { ordinal: 0, ts: '0000000000.000000' as Timestamp, isBack: false };
  }

  ordinalAt(ts: string): number {
    const below = [...this.rows.values()].filter((row) => row.ts <= ts && row.ordinal !== undefined);
    return below.at(-1)?.ordinal ?? 0;
  }

  /** With a reply its parent's thread, with a deleted parent its own. */
  #thread(row: Stored): object {
    const root = row.root === undefined ? row : this.rows.get(row.root);
    const isTold =
      root !== undefined && (row.root !== undefined || (row.isDeleted && this.replies(row.seq).length > 0));
    return isTold ? { thread: { ts: root.ts, ...threadOf(this.replies(root.seq)) } } : {};
  }

  /** The last change of its thread: an entry of a reply that came or went. */
  #threadRev(root: number): number {
    const isOfThread = ({ kind, of }: Entry): boolean =>
      (kind === 'post' || kind === 'deleted') && this.rows.get(of)?.root === root;
    return this.entries.findLast(isOfThread)?.seq ?? 0;
  }
}

function threadOf(replies: readonly Stored[]) {
  const users = [...new Set(replies.map((row) => row.user))];
  const latest = replies.at(-1);
  return {
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    ...(latest === undefined ? {} : { latest_reply: latest.ts }),
  };
}

export const nameOf = (id: ChannelId): string => id.slice(2, 5).toLowerCase();

interface Connected {
  readonly far: FarEnd;
  readonly userId: UserId;
  isGreeted: boolean;
}

/** A workspace's server in memory: the API's methods that the store calls, and a gateway that speaks frames. */
export class FakeServer {
  readonly channels = new Map<ChannelId, FakeChannel>();
  readonly users = new Map<UserId, User>([
    [ann, user(ann, 'Ann')],
    [bob, user(bob, 'Bob')],
  ]);
  readonly calls: { name: string; args: Record<string, unknown>; by: UserId }[] = [];
  readonly emoji = new Map<string, string>();
  readonly posts: { by: UserId; text: string }[] = [];
  readonly #connected: Connected[] = [];
  directoryHead = 5;
  /** The person of this browser's cookie. */
  cookie: UserId | undefined = ann;
  /** Answers wait until it is let go; each may be held by a test. */
  hold: Promise<void> | undefined;
  /** Frames of the socket that are not answered, by their text. */
  ignores: (frame: UpFrame) => boolean = () => false;
  refuses: (frame: UpFrame) => string | undefined = () => undefined;
  isDown = false;
  resetsAll = false;
  markVersion = 0;
  /** Threads that the person of the cookie follows, and what they have read of each. */
  readonly followed = new Map<string, Timestamp>();

  channel(id: ChannelId, members: readonly UserId[] = [ann, bob]): FakeChannel {
    const known = this.channels.get(id);
    if (known !== undefined) return known;
    const made = new FakeChannel(id, members);
    this.channels.set(id, made);
    return made;
  }

  /** Tells everybody who is in the channel. */
  publish(channel: FakeChannel, entry: Entry): void {
    for (const { far, userId, isGreeted } of this.#connected) {
      const hears = channel.members.has(userId) || (entry.kind === 'left' && entry.user === userId);
      if (isGreeted && hears && !far.isClosed) far.say(channel.frame(entry));
    }
  }

  post(id: ChannelId, by: UserId, text: string, options?: Parameters<FakeChannel['post']>[2]): Message {
    const channel = this.channel(id);
    const entry = channel.post(by, text, options);
    const row = channel.rows.get(entry.seq);
    if (row === undefined) throw new Error('not posted');
    const mark = channel.markOf(by);
    if (row.ordinal !== undefined && !mark.isBack) {
      channel.marks.set(by, { ordinal: row.ordinal, ts: row.ts, isBack: false });
    }
    this.posts.push({ by, text });
    this.publish(channel, entry);
    return channel.view(row);
  }

  edit(id: ChannelId, ts: string, text: string): void {
    const channel = this.channel(id);
    const row = channel.byTs(ts);
    if (row === undefined || row.isDeleted) return;
    const entry = channel.log('changed', row.seq, row.user);
    Object.assign(row, { text, isEdited: true, rev: entry.seq });
    this.publish(channel, entry);
  }

  remove(id: ChannelId, ts: string): void {
    const channel = this.channel(id);
    const row = channel.byTs(ts);
    if (row === undefined || row.isDeleted) return;
    const entry = channel.log('deleted', row.seq, row.user);
    Object.assign(row, { text: '', isDeleted: true, rev: entry.seq, reactions: new Map() });
    this.publish(channel, entry);
  }

  react(id: ChannelId, ts: string, by: UserId, name: string, isAdded: boolean): boolean {
    const channel = this.channel(id);
    const row = channel.byTs(ts);
    if (row === undefined || row.isDeleted) return false;
    const users = row.reactions.get(name) ?? new Set();
    if (users.has(by) === isAdded) return false;
    const entry = channel.log('reaction', row.seq, by, name);
    if (isAdded) users.add(by);
    else users.delete(by);
    row.reactions.set(name, users);
    row.rev = entry.seq;
    this.publish(channel, entry);
    return true;
  }

  join(id: ChannelId, who: UserId): void {
    const channel = this.channel(id);
    channel.members.add(who);
    channel.marks.set(who, { ordinal: channel.ordinal, ts: timestampOf(startMicros), isBack: false });
    this.publish(channel, channel.log('joined', 0, who));
  }

  leave(id: ChannelId, who: UserId): void {
    const channel = this.channel(id);
    channel.members.delete(who);
    this.publish(channel, channel.log('left', 0, who));
  }

  closeAll(code: number): void {
    for (const { far } of this.#connected.splice(0)) far.close(code);
  }

  /** The network goes away without a word. */
  silence(): void {
    for (const { far } of this.#connected.splice(0)) far.isSilent = true;
  }

  get openSockets(): number {
    return this.#connected.filter(({ far }) => !far.isClosed).length;
  }

  accept(far: FarEnd): void {
    const userId = this.cookie;
    queueMicrotask(() => {
      if (this.isDown) {
        far.close(1006);
        return;
      }
      far.open();
      if (userId === undefined) {
        far.close(4001);
        return;
      }
      const connected: Connected = { far, userId, isGreeted: false };
      this.#connected.push(connected);
      far.onText = (text) => {
        const frame = JSON.parse(text) as UpFrame & { id?: number };
        queueMicrotask(() => this.#hear(connected, frame));
      };
      // What the client said while opening.
      for (const text of [...far.sent]) far.onText(text);
    });
  }

  #hear(connected: Connected, frame: UpFrame & { id?: number }): void {
    const { far, userId } = connected;
    if (far.isClosed || this.ignores(frame)) return;
    const id = frame.id === undefined ? {} : { id: frame.id };
    const refusal = this.refuses(frame);
    if (refusal !== undefined) {
      far.say({ type: 'error', ...id, error: refusal });
      return;
    }
    switch (frame.type) {
      case 'ping':
        return far.say({ type: 'pong' });
      case 'hello':
        return this.#greet(connected, frame.cursors);
      case 'message': {
        const channel = this.channels.get(frame.channel);
        if (channel?.members.has(userId) !== true) {
          return far.say({ type: 'error', ...id, error: 'channel_not_found' });
        }
        const key = frame.client_msg_id;
        const known = [...channel.rows.values()].find((row) => row.key === key && row.user === userId);
        const row =
          known ??
          this.post(frame.channel, userId, frame.text, {
            ...(key === undefined ? {} : { key }),
            ...(frame.thread_ts === undefined ? {} : { threadTs: frame.thread_ts }),
            broadcast: frame.reply_broadcast,
          });
        return far.say({
          type: 'ack',
          ...id,
          channel: frame.channel,
          ts: row.ts,
          seq: row.seq,
          client_msg_id: key,
        });
      }
      case 'mark': {
        if (frame.thread_ts !== undefined) {
          this.followed.set(frame.thread_ts, frame.ts);
          return far.say({ type: 'ack', ...id, channel: frame.channel, ts: frame.ts });
        }
        this.mark(frame.channel, userId, frame.ts, frame.unread === true);
        return far.say({ type: 'ack', ...id, channel: frame.channel, ts: frame.ts });
      }
      default:
        return far.say({ type: 'ack', ...id });
    }
  }

  mark(id: ChannelId, who: UserId, ts: Timestamp, isBack = false): void {
    const channel = this.channel(id);
    const before = channel.markOf(who);
    const at = isBack ? timestampOf(microsOf(ts) - 1) : ts;
    const ordinal = channel.ordinalAt(at);
    if (!isBack && !before.isBack && ordinal < before.ordinal) return;
    channel.marks.set(who, { ordinal, ts: at, isBack });
    this.markVersion += 1;
    for (const { far, userId } of this.#connected) {
      if (userId === who && !far.isClosed) {
        far.say({
          type: 'channel_marked',
          channel: id,
          ts: at,
          ordinal,
          mentions: 0,
          is_marked_unread: isBack,
          version: this.markVersion,
        });
      }
    }
  }

  /** Tells the person's own sockets. */
  star(id: ChannelId, who: UserId, isStarred: boolean): boolean {
    const { starredBy } = this.channel(id);
    if (starredBy.has(who) === isStarred) return false;
    if (isStarred) starredBy.add(who);
    else starredBy.delete(who);
    this.markVersion += 1;
    for (const { far, userId } of this.#connected) {
      if (userId !== who || far.isClosed) continue;
      far.say({
        type: isStarred ? 'star_added' : 'star_removed',
        user: who,
        item: { type: 'channel', channel: id },
        event_ts: timestampOf(startMicros),
        version: this.markVersion,
      });
    }
    return true;
  }

  #greet(connected: Connected, cursors: Record<string, number> = {}): void {
    const { far, userId } = connected;
    const self = this.users.get(userId) ?? user(userId, userId);
    const own = [...this.channels.values()].filter(({ members }) => members.has(userId));
    if (!connected.isGreeted) {
      const lines = own.map((channel) => channel.line(userId));
      far.say(hello(lines, { self, team, head: this.directoryHead }));
      connected.isGreeted = true;
    }
    const places: Record<string, object> = {};
    for (const [logId, cursor] of Object.entries(cursors)) {
      const channel = own.find(({ id }) => id === logId);
      if (logId === teamId) places[logId] = { head: this.directoryHead };
      else if (channel === undefined || this.resetsAll || cursor > channel.head)
        places[logId] = { reset: true };
      else {
        for (const entry of channel.entries.slice(cursor)) far.say(channel.frame(entry));
        places[logId] = { head: channel.head };
      }
    }
    if (Object.keys(cursors).length > 0) far.say({ type: 'resumed', channels: places });
  }

  #reading(ts: string): object {
    const lastRead = this.followed.get(ts);
    return lastRead === undefined ? {} : { subscribed: true, last_read: lastRead };
  }

  /** The API, as the person of the cookie. */
  readonly call: Call = async (name, args) => {
    const by = this.cookie ?? ann;
    this.calls.push({ name, args, by });
    // Read now, answered later: what happens meanwhile is not in it.
    const answer = this.isDown ? { ok: false, error: 'unreachable' } : this.#answer(name, args as never, by);
    await this.hold;
    return answer as Answer<typeof name>;
  };

  #answer(name: string, args: Record<string, string | number | boolean | undefined>, by: UserId): object {
    const channel = this.channels.get(String(args['channel']) as ChannelId);
    const refused = (error: string): object => ({ ok: false, error });
    switch (name) {
      case 'users.list':
        return {
          ok: true,
          members: [...this.users.values()],
          cache_ts: 1,
          response_metadata: { next_cursor: '' },
        };
      case 'users.info': {
        const found = this.users.get(String(args['user']) as UserId);
        return found === undefined ? refused('user_not_found') : { ok: true, user: found };
      }
      case 'conversations.info':
        return { ok: true, channel: { id: args['channel'], num_members: channel?.members.size } };
      case 'conversations.members':
        return { ok: true, members: [...(channel?.members ?? [])], response_metadata: { next_cursor: '' } };
      case 'emoji.list':
        return { ok: true, emoji: Object.fromEntries(this.emoji), cache_ts: '1' };
      case 'workspaces.enter':
        return refused('not_authed');
    }
    if (channel === undefined) return refused('channel_not_found');
    switch (name) {
      case 'conversations.history': {
        const bounds = (row: Stored): boolean => within(row.ts, args);
        const isShown = (row: Stored): boolean =>
          row.ordinal !== undefined && (!row.isDeleted || channel.replies(row.seq).length > 0);
        const found = [...channel.rows.values()].filter((row) => isShown(row) && bounds(row)).toReversed();
        const limit = Number(args['limit'] ?? 100);
        return {
          ok: true,
          messages: found.slice(0, limit).map((row) => channel.view(row)),
          has_more: found.length > limit,
          pin_count: 0,
          channel_actions_ts: null,
          channel_actions_count: 0,
          head: channel.head,
        };
      }
      case 'conversations.replies': {
        const root = channel.byTs(String(args['ts']));
        const replies = root === undefined ? [] : channel.replies(root.seq);
        if (root === undefined || (root.isDeleted && replies.length === 0))
          return refused('thread_not_found');
        const limit = Number(args['limit'] ?? 1000);
        const found = [root, ...replies.filter((row) => within(row.ts, args))];
        return {
          ok: true,
          messages: found.slice(0, limit).map((row) => ({ ...channel.view(row), ...this.#reading(row.ts) })),
          has_more: found.length > limit,
          head: channel.head,
        };
      }
      case 'chat.update': {
        const row = channel.byTs(String(args['ts']));
        if (row === undefined || row.isDeleted) return refused('message_not_found');
        if (row.user !== by) return refused('cant_update_message');
        this.edit(channel.id, row.ts, String(args['text']));
        return { ok: true, channel: channel.id, ts: row.ts, text: row.text, message: channel.view(row) };
      }
      case 'chat.delete': {
        const row = channel.byTs(String(args['ts']));
        if (row === undefined || row.isDeleted) return refused('message_not_found');
        if (row.user !== by) return refused('cant_delete_message');
        this.remove(channel.id, row.ts);
        return { ok: true, channel: channel.id, ts: row.ts };
      }
      case 'stars.add':
      case 'stars.remove': {
        const isAdded = name === 'stars.add';
        const isDone = this.star(channel.id, by, isAdded);
        return isDone ? { ok: true } : refused(isAdded ? 'already_starred' : 'not_starred');
      }
      case 'reactions.add':
      case 'reactions.remove': {
        const isAdded = name === 'reactions.add';
        const isDone = this.react(channel.id, String(args['timestamp']), by, String(args['name']), isAdded);
        return isDone ? { ok: true } : refused(isAdded ? 'already_reacted' : 'no_reaction');
      }
      default:
        return refused('unknown_method');
    }
  }
}

function within(ts: string, args: Record<string, string | number | boolean | undefined>): boolean {
  const { oldest, latest, inclusive } = args;
  const micros = microsOf(ts as Timestamp);
  const from = oldest === undefined ? -1 : (looseMicrosOf(String(oldest)) ?? -1);
  const to = latest === undefined ? Number.POSITIVE_INFINITY : (looseMicrosOf(String(latest)) ?? 0);
  return inclusive === true ? micros >= from && micros <= to : micros > from && micros < to;
}
