import { onTestFinished, vi } from 'vitest';

/** A call to an object, in the test's hand. */
export interface Call {
  /** Of the object. */
  readonly name: string;
  readonly args: readonly unknown[];
  proceed(): Promise<unknown>;
}

/**
 * Every call of this verb passes through `hand` until the test ends: it may be lost, carried out with its answer
 * lost, delayed, or only seen. It runs within the object that was called.
 */
export function intercept<Instance extends object>(
  of: { readonly prototype: Instance },
  verb: keyof Instance & string,
  hand: (call: Call) => Promise<unknown>,
): void {
  const methods = of.prototype as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const original = methods[verb];
  if (original === undefined) throw new Error(`no verb ${verb}`);
  const spy = vi.spyOn(methods, verb).mockImplementation(function (this: unknown, ...args: unknown[]) {
    const { name = '' } = (this as { ctx: DurableObjectState }).ctx.id;
    return hand({ name, args, proceed: async () => original.apply(this, args) });
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
}

/** Opened by the test; passed within an object, which a promise of another context would leave with nothing to wait for. */
export class Gate {
  #isOpen = false;
  #waiting = 0;

  open(): void {
    this.#isOpen = true;
  }

  async pass(): Promise<void> {
    this.#waiting += 1;
    while (!this.#isOpen) await scheduler.wait(2);
  }

  /** Resolves when somebody stands before it. */
  async reached(): Promise<void> {
    await until(() => this.#waiting > 0, 'nobody came to the gate');
  }
}

const patienceMs = 10_000;

/** For what makes no event: asks until it is so. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  complaint = 'it did not happen',
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(complaint);
    await scheduler.wait(5);
  }
}
