import { atom } from 'nanostores';
import type { EventBody } from '../../protocol/events.ts';
import type { HelloFrame, LogId } from '../../protocol/frames.ts';
import { isTeamId } from '../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Preferences } from '../../protocol/preferences.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Call } from '../api/call.ts';
import type { Device } from '../device/device.ts';
import type { TabMessage } from '../device/tabs.ts';
import { isTruncated } from '../gateway/frames.ts';
import type { LogFrame, Passing, TruncatedFrame } from '../gateway/frames.ts';
import type { Request, RequestAnswer } from '../gateway/requests.ts';
import { ChannelLines } from './channel-lines.ts';
import { Channels } from './channels.ts';
import { CustomEmoji } from './custom-emoji.ts';
import type { WorkspaceDeps } from './deps.ts';
import { Details } from './details.ts';
import { Drafts } from './drafts.ts';
import { Marks } from './marks.ts';
import { Messages } from './messages.ts';
import { Outbox } from './outbox.ts';
import { People } from './people.ts';
import { Timelines } from './timelines.ts';
import { Typing } from './typing.ts';
import { WorkspacePreferences } from './workspace-preferences.ts';

interface StateDeps {
  readonly own: WorkspaceDeps;
  readonly call: Call;
  readonly ask: (request: Request) => Promise<RequestAnswer>;
  readonly isLive: () => boolean;
  readonly self: () => UserId | undefined;
}

/** All that is known of a workspace, by subject, and the way by which news reach each. */
export class WorkspaceState {
  readonly wishes = atom<Preferences>({});
  readonly people: People;
  readonly emoji: CustomEmoji;
  readonly channels: Channels;
  readonly timelines: Timelines;
  readonly messages: Messages;
  readonly typing: Typing;
  readonly drafts: Drafts;
  readonly preferences: WorkspacePreferences;
  readonly lines: ChannelLines;
  readonly details: Details;
  readonly outbox: Outbox;
  readonly marks: Marks;
  readonly #deps: StateDeps;

  constructor(deps: StateDeps) {
    this.#deps = deps;
    const { clock, soon, tabs, newId } = deps.own;
    const { ask, call, isLive, self } = deps;
    this.people = new People({ call, soon });
    this.emoji = new CustomEmoji(call);
    this.details = new Details(call);
    this.preferences = new WorkspacePreferences(tabs);
    this.drafts = new Drafts({ clock, tabs, changed: (id) => this.lines.refresh(id) });
    this.typing = new Typing({ clock, ask });
    this.marks = new Marks({ clock, isLive, ask });
    this.outbox = new Outbox({
      clock,
      tabs,
      newId,
      ask,
      isLive,
      changed: (id) => this.#pendingChanged(id),
      adopted: ({ words = '', channelId, threadTs }) => this.drafts.without(words, channelId, threadTs),
      sent: (pending, place) => this.timelines.of(pending.channelId).sent(pending, place),
    });
    this.lines = new ChannelLines(
      {
        hasDraft: (id) => this.drafts.has(id),
        hasFailed: (id) => this.outbox.hasFailed(id),
      },
      soon,
    );
    this.timelines = new Timelines({
      call,
      clock,
      soon,
      self,
      pendingOf: (id) => this.outbox.of(id),
      counted: (id) => this.lines.counted(id),
      stored: (id, clientMessageId) => this.outbox.seen(id, clientMessageId),
      mark: (id, mark) => this.#mark(id, mark),
      markThread: (id, threadTs, ts) => this.marks.forward(id, ts, threadTs),
      visited: (id) => this.preferences.visit(id, clock.now()),
    });
    this.channels = new Channels({
      call,
      lines: this.lines,
      details: this.details,
      frecency: (id) => this.preferences.frecency(id, clock.now()),
    });
    this.messages = new Messages({
      call,
      clock,
      self,
      outbox: this.outbox,
      timelines: this.timelines,
      lines: this.lines,
      marks: this.marks,
      typing: this.typing,
      ask,
    });
  }

  /** The whole list anew. */
  greeted(hello: HelloFrame, isFirst: boolean): void {
    this.lines.replace(hello);
    for (const { id } of hello.channels) this.#reapplyMark(id);
    this.people.take(hello.self);
    this.wishes.set(hello.preferences ?? {});
    this.emoji.greeted();
    if (!isFirst) this.details.stale();
  }

  /** The connection is there: what waited for it goes on. */
  wake(): void {
    this.outbox.wake();
    this.marks.wake();
    this.timelines.wake();
  }

  async load(device: Device): Promise<void> {
    // What is unsent takes its words out of the drafts.
    await Promise.allSettled([this.drafts.load(device), this.preferences.load(device)]);
    await this.outbox.load(device).catch(() => undefined);
  }

  /** Rows that cannot be caught up with. */
  reset(logId: LogId): void {
    if (isTeamId(logId)) this.#readDirectory();
    else this.timelines.reset(logId);
  }

  /** From another tab of the same person. */
  heard(message: Exclude<TabMessage, { type: 'signed_out' }>): void {
    switch (message.type) {
      case 'marked':
        return this.lines.mark(message.channelId, message);
      case 'draft':
        return this.drafts.heard(message.key, message.text);
      case 'preferences':
        void this.preferences.heard();
        return;
    }
  }

  /** Read here, and not told yet: hello does not know. */
  #reapplyMark(channelId: ChannelId): void {
    const wanted = this.marks.wanted(channelId);
    const line = this.lines.counted(channelId);
    if (wanted === undefined || wanted.isBack || line === undefined) return;
    const ordinal = this.timelines.of(channelId).row(wanted.ts)?.ordinal;
    if (ordinal !== undefined) this.lines.mark(channelId, { ordinal, ts: wanted.ts });
  }

  /** The next entry of a log. */
  entry(logId: LogId, frame: LogFrame | TruncatedFrame): void {
    if (isTeamId(logId)) {
      if (isTruncated(frame)) this.#readDirectory();
      else {
        this.people.apply(frame);
        this.emoji.apply(frame);
      }
      return;
    }
    const isOwn = 'user' in frame && frame.user === this.#deps.self();
    // Looked at before, without its frames: what lies between is not known.
    if (isOwn && frame.type === 'member_joined_channel') this.timelines.reset(logId);
    if (!isTruncated(frame)) {
      this.lines.apply(logId, frame);
      this.details.apply(logId, frame);
      if (frame.type === 'message' && frame.subtype !== 'message_changed') {
        const { user, thread_ts: threadTs } = frame as { user?: UserId; thread_ts?: Timestamp };
        this.typing.posted(logId, user, threadTs);
      }
    }
    this.timelines.apply(logId, frame);
    if (isOwn && frame.type === 'member_left_channel') this.details.left(logId);
    // What was said in there is not theirs any more.
    if ((isOwn && frame.type === 'member_left_channel') || frame.type === 'channel_deleted') {
      this.timelines.reset(logId);
    }
  }

  passing(event: Passing): void {
    switch (event.type) {
      case 'message':
        return this.timelines.shownAlone(event);
      case 'user_typing':
        return this.typing.heard(event);
      case 'channel_marked':
        return this.lines.pushed(event);
      case 'im_open':
      case 'im_close':
      case 'group_open':
      case 'group_close':
        return this.lines.setOpen(event.channel, event.type.endsWith('_open'));
      case 'channel_preferences':
        return this.lines.setMuted(event.channel, event.muted, event.level);
      case 'preferences_changed':
        return this.wishes.set(event.preferences);
      case 'star_added':
      case 'star_removed':
        return this.#starred(event);
      case 'thread_marked':
      case 'thread_subscribed':
      case 'thread_unsubscribed':
        this.lines.setMentions(event.channel, event.mentions);
        return this.timelines.toldOfThread(event.channel, event.thread_ts, {
          lastReadTs: event.ts,
          ...(event.type === 'thread_marked' ? {} : { isFollowed: event.type === 'thread_subscribed' }),
        });
    }
  }

  #starred({ type, item }: EventBody<'star_added'> | EventBody<'star_removed'>): void {
    const isStarred = type === 'star_added';
    if (item.type === 'message') this.timelines.starred(item.channel, item.ts, isStarred);
    else this.lines.setStarred(item.channel, isStarred);
  }

  #readDirectory(): void {
    void this.people.load();
    void this.emoji.load();
  }

  #mark(channelId: ChannelId, mark: { ordinal: number; ts: Timestamp }): void {
    this.lines.mark(channelId, mark);
    this.marks.forward(channelId, mark.ts);
    this.#deps.own.tabs.tell({ type: 'marked', channelId, ...mark });
  }

  #pendingChanged(channelId: ChannelId): void {
    this.timelines.pendingChanged(channelId);
    this.lines.refresh(channelId);
  }
}
