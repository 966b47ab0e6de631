import type { User } from '../../../protocol/entities.ts';
import type { ChannelId, TeamId, UserId } from '../../../protocol/ids.ts';
import type { SeenList } from '../../device/device.ts';
import { deviceName, openDevice } from '../../device/indexed-device.ts';
import type { Workspace } from '../../store/contract.ts';
import type { AccountState } from '../../store/account.ts';
import { joinNames, nameOf } from '../people/names.ts';
import type { UnsentPlace } from './leaving.ts';
import { workspaceTexts } from './texts.ts';

/** What this device holds of the account that no server has, by where it was to go. */
export async function unsentOf(account: AccountState, open: Workspace | undefined): Promise<UnsentPlace[]> {
  const counts = new Map<string, number>();
  const note = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { channelId } of open?.messages.$unsent.get() ?? []) note(placeIn(open, channelId));
  const places = account.state === 'signed_in' ? account.workspaces : [];
  for (const { team, user } of places.filter(({ team }) => team.id !== open?.teamId))
    for (const name of await unsentOn(team.id, user.id)) note(workspaceTexts.placeOf(team.name, name));
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Of a workspace that this page does not show. */
async function unsentOn(teamId: TeamId, userId: UserId): Promise<string[]> {
  // Looking must not make one.
  const databases = await indexedDB.databases().catch(() => []);
  if (!databases.some(({ name }) => name === deviceName(teamId, userId))) return [];
  const device = await openDevice(teamId, userId);
  try {
    const unsent = await device.outbox.all();
    const seen = unsent.length === 0 ? undefined : await device.seen.list();
    return unsent.map(({ channelId }) => placeFrom(seen, channelId));
  } finally {
    device.close();
  }
}

function placeIn(workspace: Workspace | undefined, id: ChannelId): string {
  const line = workspace?.channels.line(id).get();
  if (workspace === undefined || line === undefined) return workspaceTexts.somewhere;
  const self = workspace.$self.get()?.id;
  return placeName(line, self, (person) => workspace.people.person(person).get());
}

function placeFrom(seen: SeenList | undefined, id: ChannelId): string {
  const channel = seen?.channels.find((one) => one.id === id);
  if (seen === undefined || channel === undefined) return workspaceTexts.somewhere;
  const { name, people = [] } = channel;
  return placeName({ name, people }, seen.self.id, (person) => seen.people.find((one) => one.id === person));
}

/** Direct and group channels have no name but those of the others. */
function placeName(
  { name, people }: { readonly name: string; readonly people: readonly UserId[] },
  self: UserId | undefined,
  personOf: (id: UserId) => User | undefined,
): string {
  if (name !== '') return `#${name}`;
  const others = people.filter((id) => id !== self);
  const named = others.length === 0 ? people : others;
  return joinNames(named.map((id) => nameOf(personOf(id))));
}
