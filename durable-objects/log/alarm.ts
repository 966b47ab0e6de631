/**
 * An object has one alarm. Knowing when it is set, an append arms it only when none is, so that a stream of
 * messages pays for it once. Never armed in a constructor: that would cancel the alarm that woke the object.
 */
export class Alarm {
  readonly #storage: DurableObjectStorage;
  #atMs: number | undefined;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** In the constructor's blockConcurrencyWhile. */
  async load(): Promise<void> {
    this.#atMs = (await this.#storage.getAlarm()) ?? undefined;
  }

  /**
   * Not awaited: a write of the same turn is of the same transaction, so that there is never a stored entry
   * without an alarm that will see it delivered.
   */
  armBy(dueMs: number): void {
    if (this.#atMs !== undefined && this.#atMs <= dueMs) return;
    this.#atMs = dueMs;
    void this.#storage.setAlarm(dueMs);
  }

  /** First thing in `alarm()`: none is set any more. */
  fired(): void {
    this.#atMs = undefined;
  }
}
