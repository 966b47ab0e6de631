import { atom } from 'nanostores';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Typed } from '../composer/typed.ts';

export interface Editing {
  readonly channelId: ChannelId;
  readonly ts: Timestamp;
  /** Where its box is shown. */
  readonly within: 'channel' | 'thread';
  /** Written before and not saved, as they stood in the field. */
  readonly typed?: Typed;
}
/** The message that is being edited, one at a time. */
export const $editing = atom<Editing | undefined>();
