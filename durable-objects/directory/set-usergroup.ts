import { freeGroupHandle } from '../../domain/naming/handle.ts';
import { isReservedName } from '../../domain/naming/real-name.ts';
import { decideUsergroupWords } from '../../domain/naming/usergroup.ts';
import type { UsergroupWords } from '../../domain/naming/usergroup.ts';
import { mayManageUsergroups } from '../../domain/permissions/permissions.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import { isChannelId } from '../../protocol/ids.ts';
import type { ChannelId, UsergroupId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject, UsergroupRequest } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { bringIntoDefaultChannels } from './default-channels.ts';
import type { PersonRow } from './people-store.ts';
import { presentUsergroup } from './present-usergroup.ts';
import type { UsergroupRow } from './usergroups-store.ts';
import type { Workspace } from './workspace.ts';

type Answer<Verb extends keyof DirectoryObject> = Awaited<ReturnType<DirectoryObject[Verb]>>;

export function createUsergroup(
  workspace: Workspace,
  actor: Actor,
  request: UsergroupRequest & { readonly name: string },
): Answer<'createUsergroup'> {
  const managing = requireManager(workspace, actor);
  if (!managing.ok) return managing;
  const words = decideUsergroupWords(request);
  if (!words.ok) return words;
  const decided = decideFacts(workspace, words.words, request.channels, undefined);
  if (!decided.ok) return decided;
  const { name = request.name, description = '', channels = [] } = decided.facts;
  const isTaken = (handle: string): boolean => isReservedName(handle) || isHandleTaken(workspace, handle);
  const { id: userId } = managing.person;
  const now = secondsOf(workspace);
  const row: UsergroupRow = {
    id: mintId('S'),
    name,
    description,
    channels,
    handle: decided.facts.handle ?? freeGroupHandle(name, isTaken),
    creator: userId,
    updater: userId,
    disabler: undefined,
    created: now,
    updated: now,
    disabled: 0,
  };
  workspace.transact((log) => {
    workspace.usergroups.save(row);
    log.append('subteam_created', row.id);
  });
  return accept({ usergroup: presentUsergroup(workspace, row) });
}

/** Tells nobody where nothing changes. */
export function updateUsergroup(
  workspace: Workspace,
  actor: Actor,
  usergroupId: UsergroupId,
  request: UsergroupRequest,
): Answer<'updateUsergroup'> {
  const managing = requireManager(workspace, actor);
  if (!managing.ok) return managing;
  const words = decideUsergroupWords(request);
  if (!words.ok) return words;
  const row = workspace.usergroups.byId(usergroupId);
  if (row === undefined) return refuse('no_such_subteam');
  const decided = decideFacts(workspace, words.words, request.channels, row);
  if (!decided.ok) return decided;
  const changed = { ...row, ...decided.facts };
  if (JSON.stringify(changed) === JSON.stringify(row)) {
    return accept({ usergroup: presentUsergroup(workspace, row) });
  }
  const saved = { ...changed, updater: managing.person.id, updated: secondsOf(workspace) };
  const newChannels = saved.channels.filter((id) => !row.channels.includes(id));
  const bringIn = workspace.transact((log) => {
    workspace.usergroups.save(saved);
    log.append('subteam_updated', saved.id);
    const people = workspace.usergroups.people(saved.id);
    return bringIntoDefaultChannels(workspace, people, newChannels, saved.updater);
  });
  bringIn();
  return accept({ usergroup: presentUsergroup(workspace, saved) });
}

export function enableUsergroup(
  workspace: Workspace,
  actor: Actor,
  usergroupId: UsergroupId,
  isEnabled: boolean,
): Answer<'enableUsergroup'> {
  const managing = requireManager(workspace, actor);
  if (!managing.ok) return managing;
  const row = workspace.usergroups.byId(usergroupId);
  if (row === undefined) return refuse('no_such_subteam');
  if ((row.disabled === 0) === isEnabled) return accept({ usergroup: presentUsergroup(workspace, row) });
  const now = secondsOf(workspace);
  const by = managing.person.id;
  const saved: UsergroupRow = {
    ...row,
    updater: by,
    updated: now,
    disabler: isEnabled ? undefined : by,
    disabled: isEnabled ? 0 : now,
  };
  workspace.transact((log) => {
    workspace.usergroups.save(saved);
    log.append('subteam_updated', saved.id);
  });
  return accept({ usergroup: presentUsergroup(workspace, saved) });
}

export function requireManager(
  workspace: Workspace,
  actor: Actor,
): Outcome<{ person: PersonRow }, 'permission_denied'> {
  const person = workspace.activePerson(actor);
  return person !== undefined && mayManageUsergroups(person)
    ? accept({ person })
    : refuse('permission_denied');
}

type Facts = Partial<Pick<UsergroupRow, 'name' | 'handle' | 'description' | 'channels'>>;
type Refused = Extract<Answer<'createUsergroup'>, { ok: false }>['error'];

/** What the request says of the group, if nobody else has its name and handle. */
function decideFacts(
  workspace: Workspace,
  words: UsergroupWords,
  given: UsergroupRequest['channels'],
  row: UsergroupRow | undefined,
): Outcome<{ facts: Facts }, Exclude<Refused, 'permission_denied'>> {
  const channels = given && publicChannels(workspace, given);
  if (given !== undefined && channels === undefined) return refuse('invalid_channel_provided');
  const named = words.name === undefined ? undefined : workspace.usergroups.byName(words.name);
  if (named !== undefined && named.id !== row?.id) return refuse('name_already_exists');
  const { handle } = words;
  if (handle !== undefined && handle !== row?.handle && isHandleTaken(workspace, handle)) {
    return refuse('handle_already_exists');
  }
  return accept({ facts: { ...words, ...(channels === undefined ? {} : { channels }) } });
}

/** Slack's rule: unique among channels, people and user groups. */
const isHandleTaken = (workspace: Workspace, handle: string): boolean =>
  workspace.isHandleTaken(handle) ||
  workspace.channels.byName(handle) !== undefined ||
  workspace.renames.byName(handle) !== undefined;

/** Undefined if one is none. A private one is as unknown: whoever lists groups would learn of it. */
function publicChannels(workspace: Workspace, given: readonly string[]): ChannelId[] | undefined {
  const ids = [...new Set(given)].filter((id) => isChannelId(id));
  const isPublic = (id: ChannelId): boolean => {
    const row = workspace.channels.byId(id);
    return row?.state === 'open' && row.kind === 'public' && row.summary?.isArchived !== true;
  };
  return ids.length === new Set(given).size && ids.every((id) => isPublic(id)) ? ids : undefined;
}

const secondsOf = (workspace: Workspace): number => Math.floor(workspace.now() / 1_000);
