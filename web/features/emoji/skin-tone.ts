import { atom } from 'nanostores';

export type SkinTone = 1 | 2 | 3 | 4 | 5 | 6;
const key = 'edgewise:skin-tone';

/** Of this device; 1 is none. */
export const $skinTone = atom<SkinTone>(read());

export function setSkinTone(tone: SkinTone): void {
  $skinTone.set(tone);
  try {
    localStorage.setItem(key, String(tone));
  } catch {
    // It holds for this page.
  }
}

function read(): SkinTone {
  try {
    const kept = Number(localStorage.getItem(key));
    return ([2, 3, 4, 5, 6] as const).find((tone) => tone === kept) ?? 1;
  } catch {
    return 1;
  }
}
