import { atom } from 'nanostores';

/** The one emoji picker of the page, beside what asked for it. */
export const $picker = atom<
  { readonly anchor: Element; readonly onPick: (name: string) => void } | undefined
>();
export const openEmojiPicker = (anchor: Element, onPick: (name: string) => void): void =>
  $picker.set({ anchor, onPick });
