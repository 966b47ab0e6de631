import type { ChannelId } from '../../protocol/ids.ts';
import type { Reading } from '../../protocol/objects/reading.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Person } from './person.ts';

/** What is so already is not written again. */
export function setPreferences(
  person: Person,
  channelId: ChannelId,
  { muted, level }: Parameters<Reading['setPreferences']>[1],
): Outcome<object, 'not_in_channel'> {
  const row = person.membershipRow(channelId);
  if (row?.is_member !== 1) return refuse('not_in_channel');
  const after = {
    ...row,
    muted: muted === undefined ? row.muted : Number(muted),
    level: level ?? row.level,
  };
  if (after.muted === row.muted && after.level === row.level) return accept({});
  person.transact(() => {
    person.savePreferences(after);
  });
  return accept({});
}
