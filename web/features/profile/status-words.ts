import type { Profile } from '../../../protocol/entities.ts';
import { profileTexts } from './texts.ts';

/** What somebody is doing, and until when. Without words of theirs the picture's name says it. */
export function statusWords({
  status_emoji: emoji,
  status_text: text,
  status_expiration: until,
}: Profile): string {
  const said = text === '' ? emoji.replaceAll(':', '').replaceAll('_', ' ') : text;
  return until === 0 ? said : profileTexts.statusFor(said, until);
}
