import { atom } from 'nanostores';
import type { WritableAtom } from 'nanostores';

/** Of this browser: what it may show and play is its own to allow. */
export const $showsNotices = kept('edgewise:notices');
export const $playsSound = kept('edgewise:sound');

/** In every tab of this browser the same. */
function kept(key: string): WritableAtom<boolean> {
  const $isOn = atom(read(key));
  $isOn.listen((isOn) => {
    try {
      globalThis.localStorage.setItem(key, isOn ? 'on' : 'off');
    } catch {
      // It holds for this page alone.
    }
  });
  globalThis.addEventListener('storage', (event) => {
    if (event.key === key) $isOn.set(event.newValue === 'on');
  });
  return $isOn;
}

function read(key: string): boolean {
  try {
    return globalThis.localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

export type Permission = 'granted' | 'denied' | 'default' | 'missing';
export const permissionNow = (): Permission =>
  'Notification' in globalThis ? Notification.permission : 'missing';
