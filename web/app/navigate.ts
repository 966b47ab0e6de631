import { pathOf, placeOf } from './place.ts';
import type { Place } from './place.ts';
import { navigate, usePath } from './router.tsx';

/** To another place of the workspace. */
export const visit = (place: Place, options: { readonly replace?: boolean } = {}): void =>
  navigate(pathOf(place), options);

/** Where this tab is. Undefined outside a workspace. */
export const usePlace = (): Place | undefined => placeOf(usePath());
