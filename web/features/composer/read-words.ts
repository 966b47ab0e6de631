import { textLengthMax } from '../../../protocol/limits.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Workspace } from '../../store/contract.ts';
import { reachNow } from './everybody.ts';
import { lookupIn } from './lookup.ts';
import { toWire } from './to-wire.ts';
import { justTyped } from './typed.ts';

export interface ReadWords {
  readonly wire: string;
  /** Why it cannot be a message. */
  readonly problem?: string;
  /** So many that it is asked first; where it is not known how many, too. */
  readonly callsMany: boolean;
}

const callsEverybody = /<!(?:channel|here|everyone)>/;
/** Fewer than this may be called without a question. */
const fewPeople = 8;

/** Typed words as what goes out, and what is to be said before. */
export function readWords(words: string, channelId: ChannelId, workspace: Workspace): ReadWords {
  const wire = toWire(justTyped(words), lookupIn(workspace));
  const callsMany = callsEverybody.test(wire) && (reachNow(workspace, channelId) ?? fewPeople) >= fewPeople;
  // Some signs are several by now: what fits the field may be too much for a message.
  return wire.length > textLengthMax ? { wire, callsMany, problem: tooLong } : { wire, callsMany };
}

const tooLong = `Too long: at most ${textLengthMax.toLocaleString()} characters, and “&” counts as five, “<” and “>” as four, an address as two more.`;
