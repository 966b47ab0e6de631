import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { isReservedName } from './real-name.ts';

const nameLengthMax = 80;
const handleLengthMax = 80;
const descriptionLengthMax = 250;

/** What a user group is called; what is undefined does not change. */
export interface UsergroupWords {
  readonly name?: string;
  readonly handle?: string;
  readonly description?: string;
}
export type UsergroupWordsError =
  'missing_subteam_name' | 'name_too_long' | 'description_too_long' | 'bad_handle' | 'forbidden_handle';

/** Trimmed, the handle without its `@`. Whether somebody has them already is not asked here. */
export function decideUsergroupWords(
  given: UsergroupWords,
): Outcome<{ words: UsergroupWords }, UsergroupWordsError> {
  const name = given.name?.normalize('NFC').trim();
  if (name === '') return refuse('missing_subteam_name');
  if ((name?.length ?? 0) > nameLengthMax) {
    return refuse('name_too_long', say(`name is longer than ${nameLengthMax} characters`));
  }
  const description = given.description?.trim();
  if ((description?.length ?? 0) > descriptionLengthMax) {
    const what = `description is longer than ${descriptionLengthMax} characters`;
    return refuse('description_too_long', say(what));
  }
  const handle = given.handle?.normalize('NFC').trim().replace(/^@/, '');
  if (handle !== undefined) {
    if (isReservedName(handle)) return refuse('forbidden_handle');
    if (!isHandle(handle)) {
      const what = `handle may have lower-case letters, digits, dots, hyphens and underscores alone, at most ${handleLengthMax}`;
      return refuse('bad_handle', say(what));
    }
  }
  return accept({
    words: {
      ...(name === undefined ? {} : { name }),
      ...(handle === undefined ? {} : { handle }),
      ...(description === undefined ? {} : { description }),
    },
  });
}

const isHandle = (handle: string): boolean =>
  handle.length <= handleLengthMax &&
  handle === handle.toLowerCase() &&
  /^[\p{L}\p{M}\p{N}._-]+$/u.test(handle) &&
  /[\p{L}\p{N}]/u.test(handle);

const say = (what: string) => ({ messages: [`[ERROR] ${what}`] });
