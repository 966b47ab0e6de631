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

export class WorkspacePreferences implements contract.WorkspacePreferences {
  readonly $collapsed = atom<ReadonlySet<string>>(new Set());
  readonly $recentEmoji = atom<readonly string[]>([]);
  readonly $lastChannel = atom<ChannelId | undefined>();
  readonly #tabs: Tabs;
  #visits: Visits = {};
  #device: Device | undefined;
  /** What was wished before the device was read holds on top of what lies there. */
  #early: (() => void)[] | undefined = [];

  constructor(tabs: Tabs) {
    this.#tabs = tabs;
  }

  setCollapsed(section: string, isCollapsed: boolean): void {
    this.#change(() => this.$collapsed.set(withMember(this.$collapsed.get(), section, isCollapsed)));
  }

  noteEmoji(name: string): void {
    this.#change(() => {
      const others = this.$recentEmoji.get().filter((other) => other !== name);
      this.$recentEmoji.set([name, ...others].slice(0, recentEmojiMax));
    });
  }

  visit(channelId: ChannelId, nowMs: number): void {
    this.#change(() => {
      this.$lastChannel.set(channelId);
      const { count = 0 } = this.#visits[channelId] ?? {};
      this.#visits = { ...this.#visits, [channelId]: { count: count + 1, lastMs: nowMs } };
    });
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
    const lastChannel = stored['lastChannel'];
    this.$collapsed.set(new Set(textsOf(stored['collapsed'])));
    this.$recentEmoji.set(textsOf(stored['recentEmoji']));
    this.$lastChannel.set(
      typeof lastChannel === 'string' && isChannelId(lastChannel) ? lastChannel : undefined,
    );
    this.#visits = visitsOf(stored['visits']);
    const early = this.#early ?? [];
    this.#early = undefined;
    // Not before: what came early would be stored with nothing beside it.
    this.#device = device;
    for (const again of early) again();
    if (early.length > 0) this.#save();
  }

  /** Another tab changed them. */
  async heard(): Promise<void> {
    if (this.#device !== undefined) await this.load(this.#device);
  }

  #change(apply: () => void): void {
    apply();
    this.#early?.push(apply);
    this.#save();
  }

  #save(): void {
    const stored = {
      collapsed: [...this.$collapsed.get()],
      recentEmoji: [...this.$recentEmoji.get()],
      lastChannel: this.$lastChannel.get(),
      visits: this.#visits,
    };
    void this.#device?.settings.put(key, stored).then(
      () => this.#tabs.tell({ type: 'preferences' }),
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
