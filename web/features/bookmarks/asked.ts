import { atom } from 'nanostores';
import type { Bookmark } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';

/** The bookmark that is asked about: one to change, or a new one. */
export interface BookmarkAsked {
  readonly channelId: ChannelId;
  readonly bookmark?: Bookmark;
}
export const $bookmarkAsked = atom<BookmarkAsked | undefined>();
