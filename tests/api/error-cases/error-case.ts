import type { MethodName, Methods } from '../../../protocol/methods.ts';
import { askRaw, type RawAnswer, type RawArguments } from '../ask-raw.ts';
import type { World } from '../world.ts';

/** Calls the method that the case is of. */
type Call = (token: string | undefined, args: RawArguments) => Promise<RawAnswer>;
/** Does what must be there before, then makes the call that is refused, and answers with its answer. */
type Provoke = (world: World, call: Call) => Promise<RawAnswer>;
/** Why nothing can provoke the error yet. */
export interface NotYet {
  readonly notYet: string;
}

export interface ErrorCase {
  readonly method: MethodName;
  readonly error: string;
  readonly way: Provoke | NotYet;
}

type OwnError<Name extends MethodName> = Methods[Name]['errors'][number];

/** The cases of one method: each error that its row declares, and how a caller gets it. */
export const casesOf = <Name extends MethodName>(
  method: Name,
  ways: { readonly [Code in OwnError<Name>]?: Provoke | NotYet },
): ErrorCase[] =>
  Object.entries<Provoke | NotYet | undefined>(ways).flatMap(([error, way]) =>
    way === undefined ? [] : [{ method, error, way }],
  );

/** The same way for several errors, each with what provokes it. */
export const mapValues = <Codes extends string, Wrong>(
  wrongs: Readonly<Record<Codes, Wrong>>,
  wayWith: (wrong: Wrong) => Provoke,
): Record<Codes, Provoke> =>
  Object.fromEntries(Object.entries<Wrong>(wrongs).map(([code, wrong]) => [code, wayWith(wrong)])) as Record<
    Codes,
    Provoke
  >;

/** Runs a case; the answer is for the test to judge. */
export const provoke = (world: World, method: MethodName, way: Provoke): Promise<RawAnswer> =>
  way(world, (token, args) => askRaw(world.url, method, token, args));
