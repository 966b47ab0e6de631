import { bookmarkLinkLengthMax, bookmarkTitleLengthMax } from '../../protocol/limits.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { linkAddress } from '../mrkdwn/link-address.ts';

/** What a bookmark says. */
export interface BookmarkWords {
  readonly title: string;
  readonly link: string;
  /** `:name:`, or empty. */
  readonly emoji: string;
}

/** Whether these can be a bookmark's. A link leads to the web: of another kind, a click could run a program. */
export function decideBookmark({
  title,
  link,
  emoji,
}: BookmarkWords): Outcome<{ words: BookmarkWords }, 'invalid_link' | 'invalid_emoji' | 'invalid_arguments'> {
  const name = title.trim();
  if (name === '' || name.length > bookmarkTitleLengthMax) {
    return refuse('invalid_arguments', {
      messages: [`[ERROR] title must have 1 to ${bookmarkTitleLengthMax} characters`],
    });
  }
  const address = link.trim();
  if (!isWebAddress(address)) {
    return refuse('invalid_link', {
      messages: [
        `[ERROR] link must begin with http:// or https:// and have at most ${bookmarkLinkLengthMax} characters`,
      ],
    });
  }
  const symbol = emoji.trim().replace(/^:(.*):$/, '$1');
  if (!/^([a-z0-9_+'-]+(::skin-tone-[2-6])?)?$/.test(symbol)) return refuse('invalid_emoji');
  return accept({ words: { title: name, link: address, emoji: symbol === '' ? '' : `:${symbol}:` } });
}

/** Of a bookmark that is there: each of its parts is judged by itself, so the rest need not be known. */
export const decideBookmarkChanges = (changes: Partial<BookmarkWords>): ReturnType<typeof decideBookmark> =>
  decideBookmark({ title: 'x', link: 'https://example.com/', emoji: '', ...changes });

const isWebAddress = (link: string): boolean =>
  link.length <= bookmarkLinkLengthMax && /^https?:/i.test(link) && linkAddress(link) !== undefined;
