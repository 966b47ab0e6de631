import { Channel } from '../../../durable-objects/channel/channel.ts';
import { Directory } from '../../../durable-objects/directory/directory.ts';
import { Gateway } from '../../../durable-objects/gateway/gateway.ts';
import { Member } from '../../../durable-objects/member/member.ts';
import { intercept } from '../../core/support/faults.ts';
import type { Call } from '../../core/support/faults.ts';
import type { Dice } from './dice.ts';

const lostPercent = 3;
const unansweredPercent = 3;
const slowPercent = 12;
const slowestMs = 8;

/** Calls between objects as a bad day has them: lost, carried out and not answered, late. Until `isOn` is false. */
export class Lossy {
  isOn = false;
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** Once: a call is in one hand. */
  begin(): void {
    this.isOn = true;
    intercept(Gateway, 'deliver', (call) => this.#pass(call));
    intercept(Gateway, 'push', (call) => this.#pass(call));
    intercept(Member, 'receive', (call) => this.#pass(call));
    intercept(Member, 'boot', (call) => this.#pass(call));
    intercept(Directory, 'summarise', (call) => this.#pass(call));
    intercept(Channel, 'since', (call) => this.#pass(call));
  }

  async #pass({ name, proceed }: Call): Promise<unknown> {
    if (!this.isOn) return proceed();
    const dice = this.#dice;
    const fate = dice.below(100);
    if (fate < slowPercent) await scheduler.wait(dice.below(slowestMs));
    if (fate >= 100 - lostPercent) throw new Error(`lost on its way to ${name}`);
    const answer = await proceed();
    if (fate >= 100 - lostPercent - unansweredPercent) throw new Error(`answer of ${name} lost`);
    return answer;
  }
}
