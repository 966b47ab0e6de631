import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { isStandardEmoji } from './standard.ts';

/** As Slack reads it: white space and colons around it do not count. */
export const bareEmojiName = (given: string): string => given.trim().replace(/^:+|:+$/g, '');

export type EmojiNameError =
  'error_missing_name' | 'error_lower_case_names_only' | 'error_bad_name_i18n' | 'error_name_taken_i18n';

/** What a new custom emoji may be called. */
export function decideEmojiName(given: string): Outcome<{ name: string }, EmojiNameError> {
  const name = bareEmojiName(given);
  if (name === '') return refuse('error_missing_name');
  if (/[A-Z]/.test(name)) return refuse('error_lower_case_names_only');
  if (!/^[a-z0-9_-]{1,100}$/.test(name)) return refuse('error_bad_name_i18n');
  return isStandardEmoji(name) ? refuse('error_name_taken_i18n') : accept({ name });
}
