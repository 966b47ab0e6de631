import { atom } from 'nanostores';
import { isChannelId } from '../../protocol/ids.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Device } from '../device/device.ts';
import type { Tabs } from '../device/tabs.ts';
import type * as contract from './contract.ts';

const key = 'preferences';
const recentEmojiMax = 24;

type Visits = Readonly<Record<string, { readonly count: number; readonly lastMs: number }>>;

const dayMs = 86_400_000;

interface PreferencesDeps {
  readonly tabs: Tabs;
  readonly changed: () => void;
}

export class WorkspacePreferences implements contract.WorkspacePreferences {
  readonly $starred = atom<ReadonlySet<ChannelId>>(new Set());
  readonly $collapsed = atom<ReadonlySet<string>>(new Set());
  readonly $recentEmoji = atom<readonly string[]>([]);
  readonly $lastChannel = atom<ChannelId | undefined>();
  readonly #deps: PreferencesDeps;
  #visits: Visits = {};
  #device: Device | undefined;

  constructor(deps: PreferencesDeps) {
    this.#deps = deps;
  }

  setStarred(channelId: ChannelId, isStarred: boolean): void {
    this.$starred.set(withMember(this.$starred.get(), channelId, isStarred));
    this.#changed();
  }

  setCollapsed(section: string, isCollapsed: boolean): void {
    this.$collapsed.set(withMember(this.$collapsed.get(), section, isCollapsed));
    this.#changed();
  }

  noteEmoji(name: string): void {
    const others = this.$recentEmoji.get().filter((other) => other !== name);
    this.$recentEmoji.set([name, ...others].slice(0, recentEmojiMax));
    this.#changed();
  }

  visit(channelId: ChannelId, nowMs: number): void {
    this.$lastChannel.set(channelId);
    const { count = 0 } = this.#visits[channelId] ?? {};
    this.#visits = { ...this.#visits, [channelId]: { count: count + 1, lastMs: nowMs } };
    this.#save();
  }

  /** How often, fading: half is left of it after three days. */
  frecency(channelId: ChannelId, nowMs: number): number {
    const visit = this.#visits[channelId];
    if (visit === undefined) return 0;
    return Math.log2(1 + visit.count) * 2 ** -(Math.max(0, nowMs - visit.lastMs) / (3 * dayMs));
  }

  async load(device: Device): Promise<void> {
    // It may be of an older page: what cannot be read is forgotten.
    const stored = fieldsOf(await device.settings.get(key));
    // Not before: a visit meanwhile would be stored with nothing beside it.
    const visitedMeanwhile = this.#device === undefined ? this.#visits : {};
    const lastChannel = Object.keys(visitedMeanwhile).at(-1) ?? stored['lastChannel'];
    this.#device = device;
    this.$starred.set(new Set(textsOf(stored['starred']).filter((id) => isChannelId(id))));
    this.$collapsed.set(new Set(textsOf(stored['collapsed'])));
    this.$recentEmoji.set(textsOf(stored['recentEmoji']));
    this.$lastChannel.set(
      typeof lastChannel === 'string' && isChannelId(lastChannel) ? lastChannel : undefined,
    );
    this.#visits = { ...visitsOf(stored['visits']), ...visitedMeanwhile };
    this.#deps.changed();
  }

  /** Another tab changed them. */
  async heard(): Promise<void> {
    if (this.#device !== undefined) await this.load(this.#device);
  }

  #changed(): void {
    this.#deps.changed();
    this.#save();
  }

  #save(): void {
    const stored = {
      starred: [...this.$starred.get()],
      collapsed: [...this.$collapsed.get()],
      recentEmoji: [...this.$recentEmoji.get()],
      lastChannel: this.$lastChannel.get(),
      visits: this.#visits,
    };
    void this.#device?.settings.put(key, stored).then(
      () => this.#deps.tabs.tell({ type: 'preferences' }),
      () => undefined,
    );
  }
}

function withMember<Value>(set: ReadonlySet<Value>, value: Value, isIn: boolean): ReadonlySet<Value> {
  const changed = new Set(set);
  if (isIn) changed.add(value);
  else changed.delete(value);
  return changed;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function visitsOf(value: unknown): Visits {
  const visits = Object.entries(fieldsOf(value)).map(([id, visit]) => {
    const { count, lastMs } = fieldsOf(visit);
    return typeof count === 'number' && typeof lastMs === 'number'
      ? ([id, { count, lastMs }] as const)
      : undefined;
  });
  return Object.fromEntries(visits.filter((visit) => visit !== undefined));
}
