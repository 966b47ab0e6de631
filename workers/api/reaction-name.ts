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

/** Whether an emoji is called so. Standard ones are known here; for another name the Directory is asked. */
export async function isEmoji({ objects, actor }: CallerCall, name: string): Promise<boolean> {
  const [base = '', tone] = name.split('::');
  if (isStandardEmoji(base)) return true;
  // A picture has no skin tone.
  return tone === undefined && objects.directory(actor.teamId).hasEmoji(base);
}
