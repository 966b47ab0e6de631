import type { World } from '../world.ts';
import type { ErrorCase } from './error-case.ts';

type Provoke = Exclude<ErrorCase['way'], { readonly notYet: string }>;
type CallWithName = (world: World, call: Parameters<Provoke>[1], name: string) => ReturnType<Provoke>;

/** The codes of a name that no channel can have. */
export function badNames(callWith: CallWithName) {
  const of =
    (name: string): Provoke =>
    (world, call) =>
      callWith(world, call, name);
  return {
    invalid_name: of('in\u200bvisible'),
    invalid_name_required: of(''),
    invalid_name_maxlength: of('x'.repeat(81)),
    invalid_name_punctuation: of('-_-'),
    invalid_name_specials: of('Not Like This!'),
  };
}
