import { layers } from './screens/layers.ts';
import { lists } from './screens/lists.ts';
import { room } from './screens/room.ts';
import type { Screen } from './screens/screen.ts';
import { settingsScreens } from './screens/settings.ts';
import { trouble } from './screens/trouble.ts';
import { waysIn } from './screens/ways-in.ts';

const sameOnPhone = (screen: Screen): Screen => ({ ...screen, isSameOnPhone: true });

/** Every state that is looked at: as pictures by `npm run screenshots`, and by axe in accessible.test.ts. */
export const screens: readonly Screen[] = [
  ...waysIn.map(sameOnPhone),
  ...room,
  ...layers.map(sameOnPhone),
  ...lists,
  ...settingsScreens,
  ...trouble,
];
