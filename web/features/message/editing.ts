import { atom } from 'nanostores';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';

/** The message that is being edited, one at a time. `within`: where its box is shown. */
export const $editing = atom<
  { readonly channelId: ChannelId; readonly ts: Timestamp; readonly within: 'channel' | 'thread' } | undefined
>();
