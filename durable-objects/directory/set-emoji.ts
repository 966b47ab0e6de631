import { isStandardEmoji } from '../../domain/emoji/standard.ts';
import { emojiKey, emojiPath } from '../../domain/images/pictures.ts';
import { mayAddEmoji, mayChangeEmoji } from '../../domain/permissions/permissions.ts';
import type { EventBody } from '../../protocol/events.ts';
import { customEmojiMax } from '../../protocol/limits.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { CustomEmoji, DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { EmojiRow } from './emoji-store.ts';
import { keep, throwAway } from './waste.ts';
import type { Workspace } from './workspace.ts';

type Answer<Verb extends keyof DirectoryObject> = Awaited<ReturnType<DirectoryObject[Verb]>>;
type Without<Event, Key extends string> = Event extends unknown ? Omit<Event, Key> : never;

/** What the entry keeps of a change: all that is told of it. */
export type EmojiChange = Without<EventBody<'emoji_changed'>, 'type' | 'event_ts'>;

export function emoji(
  workspace: Workspace,
  { after = '', limit }: { after?: string; limit: number } = { limit: customEmojiMax },
): CustomEmoji[] {
  return workspace.emoji.page(after, limit).map((row) => ({
    name: row.name,
    value: valueOf(workspace, row),
    creator: row.creator,
    created: row.created,
  }));
}

export const addEmoji = (
  workspace: Workspace,
  actor: Actor,
  { name, hash }: { readonly name: string; readonly hash: string },
): Answer<'addEmoji'> => insert(workspace, actor, { name, hash, alias: null });

export function aliasEmoji(
  workspace: Workspace,
  actor: Actor,
  { name, of }: { readonly name: string; readonly of: string },
): Answer<'aliasEmoji'> {
  const row = workspace.emoji.byName(of);
  if (row === undefined && !isStandardEmoji(of)) return refuse('error_invalid_alias');
  return insert(workspace, actor, { name, hash: null, alias: row?.alias ?? of });
}

export function removeEmoji(workspace: Workspace, actor: Actor, name: string): Answer<'removeEmoji'> {
  const changing = requireChanger(workspace, actor, name);
  if (!changing.ok) return changing;
  const { row } = changing;
  if (row === undefined) return refuse('emoji_not_found');
  workspace.transact((log) => {
    const names = [name, ...workspace.emoji.aliasesOf(name)];
    workspace.emoji.remove(name);
    if (row.hash !== null) throwAway(workspace, emojiKey(workspace.requireTeam().id, row.hash));
    log.append('emoji_changed', name, { subtype: 'remove', names } satisfies EmojiChange);
  });
  return accept({});
}

export function renameEmoji(
  workspace: Workspace,
  actor: Actor,
  name: string,
  newName: string,
): Answer<'renameEmoji'> {
  const changing = requireChanger(workspace, actor, name);
  if (!changing.ok) return changing;
  const { row } = changing;
  if (row === undefined) return refuse('error_invalid_emoji_to_rename');
  if (workspace.emoji.byName(newName) !== undefined) return refuse('error_name_taken');
  workspace.transact((log) => {
    workspace.emoji.rename(name, newName);
    log.append('emoji_changed', newName, {
      subtype: 'rename',
      old_name: name,
      new_name: newName,
      value: valueOf(workspace, row),
    } satisfies EmojiChange);
  });
  return accept({});
}

function insert(
  workspace: Workspace,
  actor: Actor,
  given: Pick<EmojiRow, 'name' | 'hash' | 'alias'>,
): Answer<'addEmoji'> {
  const person = workspace.activePerson(actor);
  if (person === undefined || !mayAddEmoji(person)) return refuse('not_an_admin');
  if (workspace.emoji.byName(given.name) !== undefined) return refuse('error_name_taken');
  if (workspace.emoji.count() >= customEmojiMax) return refuse('emoji_limit_reached');
  const row = { ...given, creator: person.id, created: Math.floor(workspace.now() / 1_000) };
  workspace.transact((log) => {
    workspace.emoji.insert(row);
    if (row.hash !== null) keep(workspace, emojiKey(workspace.requireTeam().id, row.hash));
    const { name } = row;
    const change: EmojiChange = { subtype: 'add', name, value: valueOf(workspace, row) };
    log.append('emoji_changed', name, change);
  });
  return accept({});
}

/** Whether they may change it; a name that is none is for everybody but guests to learn. */
function requireChanger(
  workspace: Workspace,
  actor: Actor,
  name: string,
): Outcome<{ row: EmojiRow | undefined }, 'not_an_admin'> {
  const person = workspace.activePerson(actor);
  if (person === undefined) return refuse('not_an_admin');
  const row = workspace.emoji.byName(name);
  const who = { userId: person.id, role: person.role };
  const isAllowed = row === undefined ? mayAddEmoji(person) : mayChangeEmoji(who, row.creator);
  return isAllowed ? accept({ row }) : refuse('not_an_admin');
}

const valueOf = (workspace: Workspace, { hash, alias }: EmojiRow): string =>
  hash === null ? `alias:${alias ?? ''}` : emojiPath(workspace.requireTeam().id, hash);
