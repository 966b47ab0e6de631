import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

/** An emoji's name, with or without the colons, in lower case. */
export function readReactionName(given: string): Outcome<{ name: string }, 'invalid_name'> {
  const name = given
    .trim()
    .replace(/^:(.*):$/, '$1')
    .toLowerCase();
  return /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name) ? accept({ name }) : refuse('invalid_name');
}
