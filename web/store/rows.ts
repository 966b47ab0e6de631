import type { Message } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { EphemeralMessage, Pending, Row } from './contract.ts';
import { withOverlay } from './overlay.ts';
import type { Overlay } from './overlay.ts';

export interface RowSource {
  readonly self: UserId;
  /** The key of a message that was written here; others have their `ts`. */
  readonly keys: ReadonlyMap<Timestamp, string>;
  readonly overlays: ReadonlyMap<Timestamp, Overlay>;
}

/** Rows of messages that did not change are the same objects: what shows them need not look again. */
export class Rows {
  readonly #plain = new WeakMap<Message, Row>();
  readonly #pending = new WeakMap<Pending, Row>();
  readonly #ephemeral = new WeakMap<EphemeralMessage, Row>();
  readonly #overlaid = new WeakMap<Overlay, { message: Message; row: Row }>();

  /** Messages and what this person alone is shown, oldest first, then what is not among them yet. */
  of(
    source: RowSource,
    messages: readonly Message[],
    pending: readonly Pending[],
    ephemeral: readonly EphemeralMessage[] = [],
  ): Row[] {
    const stored = messages
      .filter(({ ts }) => source.overlays.get(ts)?.isRemoved !== true)
      .map((message) => this.one(source, message));
    const rows = ephemeral.length === 0 ? stored : byTime([...stored, ...this.#alone(ephemeral)]);
    if (pending.length === 0) return rows;
    const keys = new Set(rows.map(({ key }) => key));
    return [...rows, ...pending.filter(({ id }) => !keys.has(id)).map((one) => this.#pendingRow(one))];
  }

  one({ self, keys, overlays }: RowSource, message: Message): Row {
    const key = keys.get(message.ts) ?? message.ts;
    const overlay = overlays.get(message.ts);
    if (overlay === undefined) {
      const known = this.#plain.get(message);
      if (known?.key === key) return known;
      const row: Row = { kind: 'message', key, message, change: 'none' };
      this.#plain.set(message, row);
      return row;
    }
    const known = this.#overlaid.get(overlay);
    if (known?.message === message) return known.row;
    const shown = withOverlay(message, overlay, self);
    const row: Row = {
      kind: 'message',
      key,
      message: shown,
      change: shown.text === message.text ? 'none' : 'saving',
    };
    this.#overlaid.set(overlay, { message, row });
    return row;
  }

  #alone(all: readonly EphemeralMessage[]): Row[] {
    return all.map((message) => {
      const row = this.#ephemeral.get(message) ?? { kind: 'ephemeral', key: message.ts, message };
      this.#ephemeral.set(message, row);
      return row;
    });
  }

  #pendingRow(pending: Pending): Row {
    const known = this.#pending.get(pending);
    if (known !== undefined) return known;
    const row: Row = { kind: 'pending', key: pending.id, pending };
    this.#pending.set(pending, row);
    return row;
  }
}

const byTime = (rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => (timeOf(one) < timeOf(other) ? -1 : 1));
const timeOf = (row: Row): string => (row.kind === 'pending' ? '' : row.message.ts);
