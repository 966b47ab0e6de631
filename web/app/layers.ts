import { atom } from 'nanostores';
import type { ChannelId, UserId } from '../../protocol/ids.ts';

/** What lies over the room, one at a time: its code comes when it is first asked for. */
export type Layer =
  | { readonly kind: 'switcher' }
  | { readonly kind: 'browse-channels' }
  | { readonly kind: 'create-channel'; readonly name?: string }
  | { readonly kind: 'invite-people' }
  | { readonly kind: 'new-message' }
  | { readonly kind: 'add-people'; readonly channelId: ChannelId }
  | { readonly kind: 'archive-channel'; readonly channelId: ChannelId }
  | { readonly kind: 'change-channel'; readonly channelId: ChannelId; readonly change: ChannelChange }
  | { readonly kind: 'move-channel'; readonly channelId: ChannelId }
  | { readonly kind: 'preferences' }
  | { readonly kind: 'shortcuts' };

/** What is asked about a channel before it is done. */
export type ChannelChange = 'rename' | 'describe' | 'private' | 'public' | 'delete';

export const $layer = atom<Layer | undefined>(undefined);
export const openLayer = (layer: Layer): void => $layer.set(layer);
export const closeLayer = (): void => $layer.set(undefined);

/** A person's card, beside what was pressed. */
export interface Card {
  readonly userId: UserId;
  readonly anchor: Element;
}
export const $card = atom<Card | undefined>(undefined);
