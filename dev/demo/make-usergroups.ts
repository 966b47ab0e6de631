import { ask } from '../client.ts';
import type { Team } from './fill.ts';
import { usergroups } from './story/usergroups.ts';

/** @returns handle → id */
export async function makeUsergroups(url: string, token: string, team: Team): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { handle, name, description, people } of usergroups) {
    const { usergroup } = await ask(url, 'usergroups.create', token, { name, handle, description });
    const users = people.flatMap((person) => team.get(person)?.id ?? []);
    await ask(url, 'usergroups.users.update', token, { usergroup: usergroup.id, users });
    ids.set(handle, usergroup.id);
  }
  return ids;
}
