import type { RawAnswer, RawArguments } from '../ask-raw.ts';
import type { Column } from './columns.ts';
import type { Caller, Stage } from './stage.ts';
import type { Cell } from './words.ts';

export interface Attempt {
  readonly column: Column;
  /** A target that a call would use up is made anew where the call is expected to succeed, and shared elsewhere. */
  readonly expected: Cell;
  /** Who calls; for those who never come to a right, the owner. */
  readonly me: Caller;
}

/** What a row's calls are about. */
export interface Scene {
  readonly args: (stage: Stage, attempt: Attempt) => RawArguments | Promise<RawArguments>;
  /** The token, where the caller's usual one would be used up. */
  readonly token?: (stage: Stage, attempt: Attempt) => Promise<string>;
  /** Arguments that are not exchanged for what was never made: the caller's own. */
  readonly keeps?: readonly string[];
  /** What a list that was answered shows: the object is listed, or not. */
  readonly shows?: (answer: RawAnswer, stage: Stage, attempt: Attempt) => boolean | Promise<boolean>;
}

/** By the row's name. */
export type Scenes = Readonly<Record<string, Scene>>;
