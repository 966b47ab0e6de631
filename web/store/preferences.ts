import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';

/**
 * Of the device, for whoever uses it: read before the first paint, so they lie in localStorage. index.html reads
 * `edgewise:theme` by itself, so that nothing flashes.
 */
export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

const themeKey = 'edgewise:theme';
const densityKey = 'edgewise:density';

const $themeOfDevice = atom<Theme>(read(themeKey, ['system', 'light', 'dark']));
const $densityOfDevice = atom<Density>(read(densityKey, ['comfortable', 'compact']));
export const $theme: ReadableAtom<Theme> = $themeOfDevice;
export const $density: ReadableAtom<Density> = $densityOfDevice;

export function setTheme(theme: Theme): void {
  $themeOfDevice.set(theme);
  write(themeKey, theme);
}

export function setDensity(density: Density): void {
  $densityOfDevice.set(density);
  write(densityKey, density);
}

function read<Value extends string>(key: string, values: readonly [Value, ...Value[]]): Value {
  try {
    const stored = globalThis.localStorage.getItem(key);
    return values.find((value) => value === stored) ?? values[0];
  } catch {
    // Blocked, or no browser.
    return values[0];
  }
}

function write(key: string, value: string): void {
  try {
    globalThis.localStorage.setItem(key, value);
  } catch {
    // It holds for this page alone.
  }
}
