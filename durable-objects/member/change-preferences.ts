import type { Preferences } from '../../protocol/preferences.ts';
import type { Person } from './person.ts';

/** Those that are named, each as a whole: two devices that change different ones do not undo each other. */
export function changePreferences(person: Person, changes: Preferences): Preferences {
  const before = person.preferences;
  const after = { ...before, ...changes };
  const isSame = Object.entries(changes).every(
    ([key, value]) => JSON.stringify(before[key as keyof Preferences]) === JSON.stringify(value),
  );
  if (!isSame) {
    person.transact(() => {
      person.saveOwnPreferences(after);
    });
  }
  return after;
}
