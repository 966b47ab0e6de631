import { atom } from 'nanostores';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';

/** The message that is asked about: deleted or not. */
export const $deleting = atom<{ readonly channelId: ChannelId; readonly message: Message } | undefined>();
