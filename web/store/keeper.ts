import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Message, Team, User } from '../../protocol/entities.ts';
import type { Device, SeenList, SeenWindow } from '../device/device.ts';
import { lastPerson } from '../device/last-person.ts';
import type { ChannelTimeline } from './channel-timeline.ts';
import type { WorkspaceDeps } from './deps.ts';
import { lineAsHello } from './line-as-hello.ts';
import type { CountedLine } from './unread-line.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface KeeperDeps extends Pick<WorkspaceDeps, 'teamId' | 'clock' | 'openDevice'> {
  readonly state: WorkspaceState;
  readonly self: () => User | undefined;
  readonly team: () => Team | undefined;
  /** The page is closed or locked: nothing is shown or written any more. */
  readonly isOver: () => boolean;
  /** Rows that are held again, and up to where. */
  readonly begin: (places: readonly (readonly [ChannelId, number])[]) => void;
  readonly know: (who: Pick<SeenList, 'self' | 'team'>) => void;
}

const everyMs = 10_000;
const rowsMost = 80;
const windowsMost = 20;
const peopleMost = 1_000;

/**
 * Writes down what this page shows, the list and the newest rows of the channels visited lately, and shows it to the
 * same person when they come without a connection.
 */
export class Keeper {
  readonly #deps: KeeperDeps;
  /** Of what lies on the device: when it was written, and by what it is known to be the same. */
  readonly #windows = new Map<ChannelId, { savedMs: number; sign: string }>();
  #device: Device | undefined;
  #list = '';
  #saving: Promise<void> | undefined;
  #hasRecalled = false;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
  }

  /** No hello: what was here last is shown, as it was then. Whoever the server greets instead locks this page. */
  async recall(): Promise<void> {
    const { state, self, isOver, begin, know } = this.#deps;
    if (this.#hasRecalled) return;
    this.#hasRecalled = true;
    const device = await this.#lastDevice();
    if (device === undefined) return;
    const [list, all] = await Promise.all([device.seen.list(), device.seen.windows()]).finally(() =>
      device.close(),
    );
    if (list === undefined || isOver() || self() !== undefined) return;
    const ids = new Set(list.channels.map(({ id }) => id));
    const windows = all.filter(({ channelId }) => ids.has(channelId));
    state.people.take(list.self, ...list.people);
    state.wishes.set(list.wishes ?? {});
    // Names stand as they are written until they can be read.
    if (state.emoji.$all.get() === undefined) state.emoji.$all.set(new Map());
    state.lines.replace({ self: list.self, channels: [...list.channels] });
    for (const { channelId, ...rows } of windows) hold(state.timelines.of(channelId), rows);
    begin(windows.map(({ channelId, head }) => [channelId, head]));
    know(list);
  }

  async start(): Promise<void> {
    const { teamId, openDevice, self } = this.#deps;
    const userId = self()?.id;
    if (userId === undefined || this.#device !== undefined || this.#deps.isOver()) return;
    lastPerson.set(teamId, userId);
    this.#device = await openDevice(teamId, userId);
    for (const { channelId, savedMs } of await this.#device.seen.windows())
      this.#windows.set(channelId, { savedMs, sign: '' });
    this.#next();
  }

  /** One after the other; a device that is full or gone keeps what it has. */
  save(): Promise<void> {
    this.#saving ??= this.#save()
      .catch(() => undefined)
      .finally(() => {
        this.#saving = undefined;
      });
    return this.#saving;
  }

  /** The session is over: what it could see is not to be seen here without one. Drafts and unsent messages wait. */
  async forget(): Promise<void> {
    const { teamId, openDevice } = this.#deps;
    const userId = this.#deps.self()?.id ?? lastPerson.get(teamId);
    if (userId === undefined) return;
    await this.#saving;
    lastPerson.forget(teamId, userId);
    const device = this.#device ?? (await openDevice(teamId, userId));
    this.#device = undefined;
    await device.seen.clear().finally(() => device.close());
  }

  async #lastDevice(): Promise<Device | undefined> {
    const { teamId, openDevice } = this.#deps;
    const userId = lastPerson.get(teamId);
    return userId === undefined ? undefined : openDevice(teamId, userId);
  }

  #next(): void {
    this.#deps.clock.after(everyMs, () => {
      if (this.#deps.isOver()) this.#device?.close();
      else void this.save().then(() => this.#next());
    });
  }

  async #save(): Promise<void> {
    const { clock, state, self, team, isOver } = this.#deps;
    const [device, me, ours] = [this.#device, self(), team()];
    if (device === undefined || me === undefined || ours === undefined || isOver()) return;
    const { lines, timelines } = state;
    const counted = lines.$ids
      .get()
      .map((id) => lines.counted(id))
      .filter((line) => line !== undefined);
    const known = new Set(counted.map(({ channel }) => channel.id));
    const messages: Message[] = [];
    for (const channelId of timelines.heldIds().filter((id) => known.has(id))) {
      const rows = newestOf(timelines.of(channelId));
      if (rows === undefined) continue;
      messages.push(...rows.messages);
      const sign = `${rows.head} ${rows.messages.length} ${rows.messages[0]?.ts ?? ''}`;
      if (this.#windows.get(channelId)?.sign === sign) continue;
      const savedMs = clock.now();
      await device.seen.putWindow({ channelId, savedMs, ...rows });
      this.#windows.set(channelId, { savedMs, sign });
    }
    await this.#removeOthers(device, known);
    const people = peopleOf(counted, messages, state);
    const list: SeenList = {
      self: me,
      team: ours,
      channels: counted.map(lineAsHello),
      people,
      wishes: state.wishes.get(),
    };
    const text = JSON.stringify(list);
    if (text === this.#list || isOver()) return;
    await device.seen.putList(list);
    this.#list = text;
  }

  /** Channels that one is not in any more, and those that were visited longest ago. */
  async #removeOthers(device: Device, known: ReadonlySet<ChannelId>): Promise<void> {
    const newest = [...this.#windows].toSorted(([, one], [, other]) => other.savedMs - one.savedMs);
    const kept = newest.filter(([id]) => known.has(id)).slice(0, windowsMost);
    const ids = new Set(kept.map(([id]) => id));
    for (const id of [...this.#windows.keys()].filter((one) => !ids.has(one))) {
      await device.seen.removeWindow(id);
      this.#windows.delete(id);
    }
  }
}

type NewestRows = Pick<SeenWindow, 'messages' | 'head' | 'reachesBeginning'>;

/** The last rows of a window that reaches the newest. */
function newestOf({ held }: ChannelTimeline): NewestRows | undefined {
  if (held.range?.to !== 'newest') return undefined;
  const rows = held.window();
  const messages = rows.slice(-rowsMost);
  const reachesBeginning = held.range.from === '' && messages.length === rows.length;
  return { messages, head: held.head, reachesBeginning };
}

/** What came since follows, as after any loss. */
function hold(timeline: ChannelTimeline, { messages, head, reachesBeginning }: NewestRows): void {
  timeline.held.setRange({ from: reachesBeginning ? '' : (messages[0]?.ts ?? ''), to: 'newest' });
  timeline.held.merge({ messages, head });
  timeline.pendingChanged();
}

/** Whom one would miss: in direct channels, and in the rows. */
function peopleOf(
  lines: readonly CountedLine[],
  messages: readonly Message[],
  { people }: WorkspaceState,
): User[] {
  const named = messages.flatMap(({ user, text, reply_users: repliers = [], reactions = [] }) => [
    ...(user === undefined ? [] : [user]),
    ...repliers,
    ...reactions.flatMap(({ users }) => users),
    ...Array.from(text.matchAll(/<@(U\w+)/g), ([, id = '']) => id as UserId),
  ]);
  const ids = new Set([...lines.flatMap(({ channel }) => channel.people ?? []), ...named]);
  return people.$all
    .get()
    .filter(({ id }) => ids.has(id))
    .slice(0, peopleMost);
}
