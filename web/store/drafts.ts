import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Device } from '../device/device.ts';
import type { Tabs } from '../device/tabs.ts';
import type { Clock } from '../gateway/clock.ts';
import type * as contract from './contract.ts';

const saveDelayMs = 400;

interface DraftsDeps {
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly changed: (channelId: ChannelId) => void;
}

interface Taken {
  readonly text: string;
}

/** What was begun and not sent: in memory at each keystroke, on the device when the hands rest. */
export class Drafts implements contract.Drafts {
  readonly #deps: DraftsDeps;
  readonly #atoms = new Map<string, WritableAtom<string>>();
  readonly #loaded = atom(false);
  /** Taken out of the field, oldest first, and nowhere else yet. */
  readonly #taken = new Map<string, readonly Taken[]>();
  /** By channel, the keys that hold words. */
  readonly #begun = new Map<string, Set<string>>();
  #unsaved = new Set<string>();
  #cancelSave: (() => void) | undefined;
  #device: Device | undefined;

  constructor(deps: DraftsDeps) {
    this.#deps = deps;
  }

  get $isLoaded(): ReadableAtom<boolean> {
    return this.#loaded;
  }

  draft(channelId: ChannelId, threadTs?: Timestamp): ReadableAtom<string> {
    return this.#atom(keyOf(channelId, threadTs));
  }

  set(channelId: ChannelId, text: string, threadTs?: Timestamp): void {
    const key = keyOf(channelId, threadTs);
    if (this.#atom(key).get() === text) return;
    this.#keep(key, text);
    this.#unsaved.add(key);
    // Not put off by further keystrokes: who types for minutes would lose minutes.
    this.#cancelSave ??= this.#deps.clock.after(saveDelayMs, () => this.save());
  }

  take(channelId: ChannelId, threadTs?: Timestamp): contract.TakenWords {
    const key = keyOf(channelId, threadTs);
    const taken: Taken = { text: this.#atom(key).get() };
    this.#taken.set(key, [...this.#takenOf(key), taken]);
    this.#keep(key, '');
    this.#unsaved.add(key);
    this.save();
    const end = (): boolean => {
      const others = this.#takenOf(key).filter((other) => other !== taken);
      const wasTaken = others.length < this.#takenOf(key).length;
      this.#taken.set(key, others);
      this.#unsaved.add(key);
      return wasTaken;
    };
    return {
      text: taken.text,
      drop: () => {
        if (end()) this.save();
      },
      giveBack: () => {
        if (!end()) return;
        const since = this.#atom(key).get();
        this.#keep(key, since === '' ? taken.text : `${taken.text}\n${since}`);
        this.save();
      },
    };
  }

  /** An earlier page ended when these were in its outbox and not out of the draft yet. */
  without(words: string, channelId: ChannelId, threadTs?: Timestamp): void {
    const text = this.#atom(keyOf(channelId, threadTs)).get();
    if (words === '' || !`${text}\n`.startsWith(`${words}\n`)) return;
    this.set(channelId, text.slice(words.length + 1), threadTs);
  }

  has(channelId: ChannelId): boolean {
    return (this.#begun.get(channelId)?.size ?? 0) > 0;
  }

  /** Another tab of the same person wrote. */
  heard(key: string, text: string): void {
    this.#unsaved.delete(key);
    this.#keep(key, text);
  }

  /** What was typed before the device answered is newer than what lies there. */
  async load(device: Device): Promise<void> {
    const stored = await device.drafts.all();
    this.#device = device;
    for (const { key, text } of stored) {
      if (!this.#unsaved.has(key)) this.#keep(key, text);
    }
    this.#loaded.set(true);
    this.save();
  }

  /** At once: the page may be gone in a moment. */
  save(): void {
    this.#cancelSave?.();
    this.#cancelSave = undefined;
    const device = this.#device;
    if (device === undefined) return;
    for (const key of this.#unsaved) {
      device.drafts.put({ key, text: this.#onDevice(key) }).catch(() => undefined);
      this.#deps.tabs.tell({ type: 'draft', key, text: this.#atom(key).get() });
    }
    this.#unsaved = new Set();
  }

  #onDevice(key: string): string {
    const texts = [...this.#takenOf(key).map(({ text }) => text), this.#atom(key).get()];
    return texts.filter((text) => text !== '').join('\n');
  }

  #takenOf(key: string): readonly Taken[] {
    return this.#taken.get(key) ?? [];
  }

  #keep(key: string, text: string): void {
    this.#atom(key).set(text);
    const channelId = key.split(':', 1)[0] ?? key;
    const begun = this.#begun.get(channelId) ?? new Set();
    const before = begun.size;
    if (text.trim() === '') begun.delete(key);
    else begun.add(key);
    this.#begun.set(channelId, begun);
    if ((before === 0) !== (begun.size === 0)) this.#deps.changed(channelId as ChannelId);
  }

  #atom(key: string): WritableAtom<string> {
    const known = this.#atoms.get(key);
    if (known !== undefined) return known;
    const made = atom('');
    this.#atoms.set(key, made);
    return made;
  }
}

const keyOf = (channelId: ChannelId, threadTs: Timestamp | undefined): string =>
  threadTs === undefined ? channelId : `${channelId}:${threadTs}`;
