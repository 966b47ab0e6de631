import type { Preferences } from '../../../protocol/preferences.ts';
import type { Workspace } from '../../store/contract.ts';
import { commonProblem } from '../settings/texts.ts';

/** On every device of the person. Seen at once, undone if it is refused: the answer says why, in words. */
export async function wish(
  { $wishes, call }: Pick<Workspace, '$wishes' | 'call'>,
  changes: Preferences,
): Promise<string | undefined> {
  const before = $wishes.get();
  $wishes.set({ ...before, ...changes });
  const answer = await call('client.prefs.set', { prefs: changes });
  if (answer.ok) return undefined;
  // What else changed meanwhile stays.
  const others = Object.entries($wishes.get()).filter(([key]) => !(key in changes));
  const undone = Object.entries(before).filter(([key]) => key in changes);
  $wishes.set(Object.fromEntries([...others, ...undone]) as Preferences);
  return commonProblem(answer.error);
}
