import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pin, type Cores } from '../measure/machine.ts';
import type { CommandName, Commands, Order, Report } from './commands.ts';

/** Clients in a process of their own, on cores of their own. */
export class Generator {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(output: object): void; reject(error: Error): void }>();
  #orders = 0;

  constructor(cores: Cores) {
    this.#child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), {
      execArgv: ['--no-warnings'],
    });
    if (cores.arePinned && this.#child.pid !== undefined) pin(this.#child.pid, cores.generators);
    this.#child.on('message', (message) => {
      const report = message as Report;
      const waiter = this.#waiting.get(report.id);
      this.#waiting.delete(report.id);
      if ('error' in report) waiter?.reject(new Error(report.error));
      else waiter?.resolve(report.output);
    });
    this.#child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(`the generator ended (code ${code})`));
    });
  }

  ask<Name extends CommandName>(
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Commands[Name]['output']> {
    this.#orders += 1;
    const order: Order<Name> = { id: this.#orders, name, input };
    const answer = new Promise<object>((resolve, reject) => {
      this.#waiting.set(order.id, { resolve, reject });
    });
    this.#child.send(order);
    return answer;
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
