import type { Workspace } from '../../store/contract.ts';
import { toast } from '../../ui/toast.ts';
import { wish } from '../preferences/wish.ts';
import { zoneTexts } from './zone-texts.ts';

/** What a profile says before anybody said anything. */
const unsaid = 'Etc/UTC';

/**
 * A profile that names no zone yet takes the browser's. A browser that is somewhere else than the last one was offers
 * to change it, once: whoever travels may well stay in their own time.
 */
export async function settleTimeZone(workspace: Workspace): Promise<void> {
  const { $self, $wishes, call } = workspace;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const self = $self.get();
  if (self === undefined || $wishes.get().time_zone === here) return;
  const set = async (): Promise<boolean> => (await call('users.profile.set', { profile: { tz: here } })).ok;
  if (self.tz === unsaid && $wishes.get().time_zone === undefined) {
    if (here !== unsaid && !(await set())) return;
  } else if (self.tz !== here) {
    toast(zoneTexts.offer(here, self.tz), { label: zoneTexts.change, onSelect: () => void set() });
  }
  await wish(workspace, { time_zone: here });
}
