import type { ChannelId } from '../../protocol/ids.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Person } from './person.ts';
import { isOpen } from './store.ts';

type Answer = Outcome<{ already: boolean }, 'not_in_channel'>;

/** As of the channel's `seq`. A message that came after it may have been told before this: then it stays open. */
export function closeConversation(person: Person, channelId: ChannelId, seq: number): Answer {
  const row = person.membershipRow(channelId);
  if (row?.is_member !== 1) return refuse('not_in_channel');
  if (!isOpen(row)) return accept({ already: true });
  person.transact(() => {
    person.saveOpenness({ ...row, closed_seq: seq });
  });
  return accept({ already: false });
}

export function openConversation(person: Person, channelId: ChannelId): Answer {
  const row = person.membershipRow(channelId);
  if (row?.is_member !== 1) return refuse('not_in_channel');
  if (isOpen(row)) return accept({ already: true });
  person.transact(() => {
    person.saveOpenness({ ...row, closed_seq: 0 });
  });
  return accept({ already: false });
}
