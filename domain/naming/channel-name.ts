import { channelNameLengthMax } from '../../protocol/limits.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

export type ChannelNameError =
  | 'invalid_name'
  | 'invalid_name_required'
  | 'invalid_name_maxlength'
  | 'invalid_name_punctuation'
  | 'invalid_name_specials';

/**
 * Slack's rule: lower case, no spaces, letters and digits of any script, hyphens and underscores, 80 characters.
 * The answer is the composed form (NFC), so that two spellings of one name are one name.
 */
export function decideChannelName(given: string): Outcome<{ name: string }, ChannelNameError> {
  const name = given.normalize('NFC');
  if (name === '') return refuse('invalid_name_required', say('is empty'));
  // What nobody can see or type would make two names look alike.
  if (!name.isWellFormed() || /[\p{Cc}\p{Cf}\p{Cn}\p{Co}]/u.test(name)) {
    return refuse('invalid_name', say('has characters that cannot be shown'));
  }
  if (name.length > channelNameLengthMax) {
    return refuse('invalid_name_maxlength', say(`is longer than ${channelNameLengthMax} characters`));
  }
  if (!/[\p{L}\p{N}]/u.test(name)) return refuse('invalid_name_punctuation', say('has no letter or digit'));
  if (name !== name.toLowerCase() || /[^\p{L}\p{M}\p{N}_-]/u.test(name)) {
    return refuse(
      'invalid_name_specials',
      say('may have lower-case letters, digits, hyphens and underscores alone'),
    );
  }
  return accept({ name });
}

const say = (what: string) => ({ messages: [`[ERROR] name ${what}`] });
