import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { eventNameOf } from '../../protocol/events.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { HelloFrame } from '../../protocol/frames.ts';
import type { ChannelLevel } from '../../protocol/channel-level.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { LogFrame } from '../gateway/frames.ts';
import type { ChannelLine } from './contract.ts';
import {
  lineOfHello,
  lineOfJoining,
  mentionsOf,
  unreadOf,
  withMark,
  withMarkBack,
  withEdit,
  withoutPost,
  withPost,
  withPushedMark,
} from './unread-line.ts';
import type { CountedLine } from './unread-line.ts';

/** What a line shows that the server does not know of. */
export interface LineSigns {
  readonly hasDraft: (channelId: ChannelId) => boolean;
  readonly hasFailed: (channelId: ChannelId) => boolean;
}

/** The navigation's lines: hello's list, carried on by frames. */
export class ChannelLines {
  readonly #signs: LineSigns;
  readonly #soon: (run: () => void) => void;
  readonly #counted = new Map<ChannelId, CountedLine>();
  readonly #shown = new Map<ChannelId, WritableAtom<ChannelLine | undefined>>();
  readonly #ids = atom<readonly ChannelId[]>([]);
  readonly #lines = atom<readonly ChannelLine[]>([]);
  readonly #starred = atom<ReadonlySet<ChannelId>>(new Set());
  readonly #badge = atom({ mentions: 0, hasUnread: false });
  #isStale = false;
  #self: UserId | undefined;

  constructor(signs: LineSigns, soon: (run: () => void) => void) {
    this.#signs = signs;
    this.#soon = soon;
  }

  get $ids(): ReadableAtom<readonly ChannelId[]> {
    return this.#ids;
  }

  get $lines(): ReadableAtom<readonly ChannelLine[]> {
    return this.#lines;
  }

  get $badge(): ReadableAtom<{ readonly mentions: number; readonly hasUnread: boolean }> {
    return this.#badge;
  }

  get $starred(): ReadableAtom<ReadonlySet<ChannelId>> {
    return this.#starred;
  }

  line(channelId: ChannelId): WritableAtom<ChannelLine | undefined> {
    const known = this.#shown.get(channelId);
    if (known !== undefined) return known;
    const made = atom<ChannelLine | undefined>(this.#show(channelId));
    this.#shown.set(channelId, made);
    return made;
  }

  counted(channelId: ChannelId): CountedLine | undefined {
    return this.#counted.get(channelId);
  }

  /** The whole list, in place of what was known. */
  replace({ self, channels }: Pick<HelloFrame, 'self' | 'channels'>): void {
    this.#self = self.id;
    const known = new Set(this.#counted.keys());
    this.#counted.clear();
    for (const channel of channels) this.#counted.set(channel.id, lineOfHello(channel));
    for (const id of new Set([...known, ...this.#counted.keys()])) this.#refresh(id);
    this.#order();
    this.#gatherStars();
    this.#sum();
  }

  apply(channelId: ChannelId, frame: LogFrame): void {
    const name = eventNameOf(frame);
    if (name === 'member_joined_channel') this.#joined(channelId, frame as EventBody<typeof name>);
    const line = this.#counted.get(channelId);
    if (line === undefined) return;
    switch (name) {
      case 'message':
        return this.#told(channelId, line, frame as EventBody<typeof name>);
      case 'message_changed':
        return this.#keep(channelId, withEdit(line, (frame as EventBody<typeof name>).message));
      case 'message_deleted':
        return this.#keep(channelId, withoutPost(line, (frame as EventBody<typeof name>).ordinal));
      case 'channel_archive':
      case 'channel_unarchive': {
        const channel = { ...line.channel, is_archived: name === 'channel_archive' };
        return this.#keep(channelId, { ...line, channel });
      }
      case 'member_left_channel':
        if ((frame as EventBody<typeof name>).user === this.#self) this.#remove(channelId);
        return;
      case 'channel_deleted':
        return this.#remove(channelId);
      default:
    }
  }

  pushed(event: EventBody<'channel_marked'>): void {
    const line = this.#counted.get(event.channel);
    if (line !== undefined) this.#keep(event.channel, withPushedMark(line, event));
  }

  mark(channelId: ChannelId, mark: { ordinal: number; ts: Timestamp }): void {
    const line = this.#counted.get(channelId);
    if (line !== undefined) this.#keep(channelId, withMark(line, mark));
  }

  markBack(channelId: ChannelId, mark: { ordinal: number; ts: Timestamp }): void {
    const line = this.#counted.get(channelId);
    if (line !== undefined) this.#keep(channelId, withMarkBack(line, mark));
  }

  /** By name, as the Member counts them. */
  setMentions(channelId: ChannelId, ownMentions: number): void {
    const line = this.#counted.get(channelId);
    if (line !== undefined) this.#keep(channelId, { ...line, ownMentions });
  }

  setMuted(channelId: ChannelId, isMuted: boolean, level?: ChannelLevel): void {
    const line = this.#counted.get(channelId);
    if (line !== undefined) this.#keep(channelId, { ...line, isMuted, level: level ?? line.level });
  }

  setStarred(channelId: ChannelId, isStarred: boolean): void {
    const line = this.#counted.get(channelId);
    if (line === undefined) return;
    this.#keep(channelId, { ...line, isStarred });
    this.#gatherStars();
  }

  /** A sign of this line changed: its draft, what could not be sent. */
  refresh(channelId: ChannelId): void {
    this.#refresh(channelId);
    this.#sumSoon();
  }

  /** A direct conversation in the list, or out of it until the next message. */
  setOpen(channelId: ChannelId, isOpen: boolean): void {
    const line = this.#counted.get(channelId);
    if (line === undefined || line.isOpen === isOpen) return;
    this.#counted.set(channelId, { ...line, isOpen });
    this.#refresh(channelId);
    this.#order();
    this.#sumSoon();
  }

  #told(channelId: ChannelId, line: CountedLine, row: EventBody<'message'>): void {
    const change = changeOf(row);
    if (change === undefined) {
      this.#keep(channelId, withPost(line, row, this.#self));
      if (row.ordinal !== undefined) this.setOpen(channelId, true);
      return;
    }
    this.#keep(channelId, { ...line, channel: { ...line.channel, ...change } });
    this.#order();
  }

  #joined(channelId: ChannelId, event: EventBody<'member_joined_channel'>): void {
    if (event.user !== this.#self || this.#counted.has(channelId)) return;
    this.#counted.set(channelId, lineOfJoining(event.summary));
    this.#refresh(channelId);
    this.#order();
    this.#sumSoon();
  }

  #remove(channelId: ChannelId): void {
    this.#counted.delete(channelId);
    this.#refresh(channelId);
    this.#order();
    this.#sumSoon();
  }

  #keep(channelId: ChannelId, line: CountedLine): void {
    if (this.#counted.get(channelId) === line) return;
    this.#counted.set(channelId, line);
    this.#refresh(channelId);
    this.#sumSoon();
  }

  #refresh(channelId: ChannelId): void {
    const shown = this.#show(channelId);
    const $line = this.line(channelId);
    if (!isSame($line.get(), shown)) $line.set(shown);
  }

  #show(channelId: ChannelId): ChannelLine | undefined {
    const line = this.#counted.get(channelId);
    if (line === undefined) return undefined;
    const { channel } = line;
    return {
      id: channelId,
      kind: channel.kind,
      name: channel.kind === 'direct' || channel.kind === 'group' ? '' : channel.name,
      people: channel.people ?? noPeople,
      isGeneral: channel.is_general,
      isArchived: channel.is_archived,
      unread: unreadOf(line),
      mentions: mentionsOf(line),
      lastReadTs: line.lastReadTs,
      hasDraft: this.#signs.hasDraft(channelId),
      hasFailed: this.#signs.hasFailed(channelId),
      isStarred: line.isStarred,
      isMuted: line.isMuted,
      level: line.level,
    };
  }

  /** A set that holds the same is the same: the navigation groups by it. */
  #gatherStars(): void {
    const starred = new Set([...this.#counted].filter(([, line]) => line.isStarred).map(([id]) => id));
    const before = this.#starred.get();
    if (starred.size !== before.size || [...starred].some((id) => !before.has(id)))
      this.#starred.set(starred);
  }

  #order(): void {
    const lines = [...this.#counted]
      .filter(([, { isOpen }]) => isOpen)
      .map(([id, { channel }]) => ({ id, channel }));
    const collator = new Intl.Collator(undefined, { numeric: true });
    const ids = lines
      .toSorted(
        ({ channel: one }, { channel: other }) =>
          kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || collator.compare(one.name, other.name),
      )
      .map(({ id }) => id);
    const before = this.#ids.get();
    if (ids.length !== before.length || ids.some((id, index) => id !== before[index])) this.#ids.set(ids);
  }

  #sumSoon(): void {
    if (this.#isStale) return;
    this.#isStale = true;
    this.#soon(() => this.#sum());
  }

  #sum(): void {
    this.#isStale = false;
    const lines = this.#ids
      .get()
      .map((id) => this.line(id).get())
      .filter((line) => line !== undefined);
    this.#lines.set(lines);
    const loud = lines.filter(({ isMuted }) => !isMuted);
    const mentions = loud.reduce((sum, line) => sum + line.mentions, 0);
    const hasUnread = loud.some(({ unread }) => unread > 0);
    const before = this.#badge.get();
    if (before.mentions !== mentions || before.hasUnread !== hasUnread)
      this.#badge.set({ mentions, hasUnread });
  }
}

/** What a message says of the channel itself. */
function changeOf({ subtype, name }: EventBody<'message'>): Partial<CountedLine['channel']> | undefined {
  if (subtype === 'channel_convert_to_private') return { kind: 'private' };
  if (subtype === 'channel_convert_to_public') return { kind: 'public' };
  return subtype === 'channel_name' && name !== undefined ? { name } : undefined;
}

const kinds = ['public', 'private', 'group', 'direct'];
const noPeople: readonly UserId[] = [];

/** A line that shows the same is the same: nothing renders. */
function isSame(one: ChannelLine | undefined, other: ChannelLine | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (Object.keys(one) as (keyof ChannelLine)[]).every((key) => one[key] === other[key]);
}
