import type { ChannelId, UserId } from '../../protocol/ids.ts';
import { completePerson, owePerson } from './complete-person.ts';
import type { Workspace } from './workspace.ts';

/** Channels are asked at once for so many; the alarm does the others. */
const atOnceMax = 20;

/**
 * In a transaction: people of a user group get a seat in its default channels. A guest is brought nowhere by it: in
 * which channels they are is said when they become one. What is returned sets it off, after the commit.
 */
export function bringIntoDefaultChannels(
  workspace: Workspace,
  users: readonly UserId[],
  channels: readonly ChannelId[],
  inviter: UserId,
): () => void {
  if (channels.length === 0) return () => undefined;
  const people = [...workspace.people.byIds(users).values()].filter(({ role }) => role !== 'guest');
  for (const { id } of people) {
    for (const channel of channels) workspace.people.saveSeat({ user: id, channel, inviter });
    owePerson(workspace, id);
  }
  return () => {
    for (const { id } of people.slice(0, atOnceMax)) void completePerson(workspace, id);
  };
}
