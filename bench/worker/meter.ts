type Counts = Record<string, number>;

export interface Meter {
  /** Objects that came to life since the process began, by class. */
  readonly woken: Counts;
  /** Rows written as the platform bills them: of each statement, and one for each alarm that is set. By class. */
  readonly rows: Counts;
  readonly rowsRead: Counts;
  /** Calls that objects took, by `class.method`. */
  readonly calls: Counts;
}

/** All classes of a Worker share one isolate here, so a module's memory sees them all. */
export const meter: Meter = { woken: {}, rows: {}, rowsRead: {}, calls: {} };

const add = (counts: Counts, key: string, count: number): void => {
  counts[key] = (counts[key] ?? 0) + count;
};

interface Metering {
  /** Set: rows and calls are counted too, which costs time, so only where nothing is timed. */
  readonly BENCH_METER?: string;
}

/** In the constructor, before the class's own. */
export function woke(kind: string, { storage }: DurableObjectState, env: Metering): void {
  add(meter.woken, kind, 1);
  if (env.BENCH_METER !== '1') return;
  kinds.set(storage, kind);
  kinds.set(storage.sql, kind);
  countRows(storage);
}
const kinds = new WeakMap<object, string>();

let isCounting = false;
function countRows(storage: DurableObjectStorage): void {
  if (isCounting) return;
  isCounting = true;
  wrap(Object.getPrototypeOf(storage.sql) as Methods, 'exec', (self, run) => {
    const cursor = run() as SqlStorageCursor<Record<string, SqlStorageValue>>;
    const kind = kinds.get(self) ?? 'unknown';
    add(meter.rows, kind, cursor.rowsWritten);
    add(meter.rowsRead, kind, cursor.rowsRead);
    return cursor;
  });
  wrap(Object.getPrototypeOf(storage) as Methods, 'setAlarm', (self, run) => {
    add(meter.rows, kinds.get(self) ?? 'unknown', 1);
    return run();
  });
}

/** Counts the calls of every method of a class, whoever makes them. Once, when the first object of it wakes. */
export function countCalls(kind: string, prototype: object, env: Metering): void {
  if (env.BENCH_METER !== '1' || counted.has(prototype)) return;
  counted.add(prototype);
  const methods = prototype as Methods;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name === 'constructor' || typeof methods[name] !== 'function') continue;
    wrap(methods, name, (_self, run) => {
      add(meter.calls, `${kind}.${name}`, 1);
      return run();
    });
  }
}
const counted = new WeakSet<object>();

type Methods = Record<string, (this: object, ...args: unknown[]) => unknown>;

function wrap(methods: Methods, name: string, around: (self: object, run: () => unknown) => unknown): void {
  const real = methods[name];
  if (real === undefined) throw new Error(`nothing to count at ${name}`);
  methods[name] = function (...args) {
    return around(this, () => real.apply(this, args));
  };
}
