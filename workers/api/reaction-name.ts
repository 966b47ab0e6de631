import { isStandardEmoji } from '../../domain/emoji/standard.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { CallerCall } from './context.ts';

/** An emoji's name, with or without the colons, in lower case. */
export function readReactionName(given: string): Outcome<{ name: string }, 'invalid_name'> {
  const name = given
    .trim()
    .replace(/^:(.*):$/, '$1')
    .toLowerCase();
  return /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name) ? accept({ name }) : refuse('invalid_name');
}

/** That of an emoji which is there. Standard ones are known here; for another name the Directory is asked. */
export async function requireEmoji(
  { objects, actor }: CallerCall,
  given: string,
): Promise<Outcome<{ name: string }, 'invalid_name'>> {
  const named = readReactionName(given);
  if (!named.ok) return named;
  const [base = '', tone] = named.name.split('::');
  if (isStandardEmoji(base)) return named;
  // A picture has no skin tone.
  if (tone !== undefined) return refuse('invalid_name');
  return (await objects.directory(actor.teamId).hasEmoji(base)) ? named : refuse('invalid_name');
}
