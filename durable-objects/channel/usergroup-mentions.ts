import { mentionedUsergroups, mentionedUsers } from '../../domain/messages/mentions.ts';
import type { UsergroupId, UserId } from '../../protocol/ids.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { Room } from './room.ts';
import type { MessageRow } from './rows.ts';

const callLimitMs = 3_000;

interface Unknown {
  readonly seq: number;
  readonly usergroup: UsergroupId;
}

/**
 * Asks the Directory whom these user groups mean, and keeps it: a message mentions who was in
 * the group when it was read first, however often it is told again, and that is what an edit takes back.
 */
export async function learnUsergroups(room: Room, unknown: readonly Unknown[]): Promise<void> {
  const directory = room.objects.directory(room.requireMeta().teamId);
  const ids = [...new Set(unknown.map(({ usergroup }) => usergroup))];
  const answer = await withinLimit('usergroups', callLimitMs, directory.usergroupPeople(ids));
  const people = new Map(answer.map(({ usergroupId, users }) => [usergroupId, users]));
  for (const { seq, usergroup } of unknown) {
    const users = (people.get(usergroup) ?? []).filter((user) => room.members.has(user));
    room.store.saveUsergroupMention(seq, usergroup, users);
  }
}

/** Whom a message names, by themselves or with a user group; whoever wrote it may be among them. */
export function namedIn(room: Room, { seq, text }: Pick<MessageRow, 'seq' | 'text'>): UserId[] {
  const users = mentionedUsers(text);
  const usergroups = mentionedUsergroups(text);
  return usergroups.length === 0 ? users : [...new Set([...users, ...peopleOf(room, seq, usergroups)])];
}

/** Whom these user groups were when the message was told of. */
export function peopleOf(room: Room, seq: number, usergroups: readonly UsergroupId[]): UserId[] {
  if (usergroups.length === 0) return [];
  return room.store
    .usergroupMentions(seq)
    .filter(({ usergroup }) => usergroups.includes(usergroup))
    .flatMap(({ users }) => users);
}

/** Those that these entries name and of which it is not known whom they were. */
export function unknownUsergroups(room: Room, from: number, to: number): Unknown[] {
  const edits = room.store.entries(from, to).filter(({ kind }) => kind === 'message_changed');
  const edited = room.messages.bySeqs(edits.map(({ message_seq: seq }) => seq ?? 0));
  return [...room.messages.between(from, to), ...edited].flatMap((row) => {
    const { seq, text } = row;
    const isSilent = row.deleted === 1 || isSystemSubtype(row.subtype);
    const usergroups = isSilent ? [] : mentionedUsergroups(text);
    if (usergroups.length === 0) return [];
    const known = new Set(room.store.usergroupMentions(seq).map(({ usergroup }) => usergroup));
    return usergroups.filter((id) => !known.has(id)).map((usergroup) => ({ seq, usergroup }));
  });
}
