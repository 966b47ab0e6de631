import type { Duty } from '../log/duties.ts';
import { Pump } from '../log/pump.ts';
import type { Room } from './room.ts';
import type { StoredSubtype } from '../../protocol/message-subtypes.ts';
import type { EntryKind } from './rows.ts';

/** Entries that change what a list of channels shows. */
const summaryKinds: readonly EntryKind[] = [
  'member_joined_channel',
  'member_left_channel',
  'channel_archive',
  'channel_unarchive',
];

const summarySubtypes: readonly StoredSubtype[] = [
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_convert_to_private',
  'channel_convert_to_public',
];

/** Keeps the Directory's copy of the summary: sent as it stands now, once for however many entries changed it. */
export class DirectoryConsumer {
  readonly #room: Room;
  readonly #arm: (atMs: number) => void;
  pump: Pump;

  constructor(room: Room, arm: (atMs: number) => void) {
    this.#room = room;
    this.#arm = arm;
    this.pump = this.#pumpFrom(0);
  }

  load(cursor: number): void {
    this.pump = this.#pumpFrom(cursor);
  }

  readonly duty: Duty = {
    name: 'directory',
    dueAt: () => this.pump.dueAt(),
    run: () => this.pump.run(),
  };

  /** Whether the Directory does not have the summary yet that such an entry changed. */
  owesSummary(kinds: readonly EntryKind[]): boolean {
    return this.#room.store.hasEntryOf(kinds, this.pump.cursor + 1);
  }

  #hasNews(from: number): boolean {
    const { store, messages } = this.#room;
    return store.hasEntryOf(summaryKinds, from) || messages.hasSubtypeOf(summarySubtypes, from);
  }

  #pumpFrom(cursor: number): Pump {
    return new Pump(
      'directory',
      {
        head: () => this.#room.head.seq,
        now: () => this.#room.now(),
        arm: this.#arm,
        send: (from) => this.#send(from),
      },
      cursor,
    );
  }

  async #send(from: number): Promise<number> {
    const head = this.#room.head.seq;
    if (this.#hasNews(from)) {
      await this.#room.objects.directory(this.#room.requireMeta().teamId).summarise(this.#room.summary());
    }
    return head;
  }
}
