import { maySeePublicChannels } from '../../domain/permissions/permissions.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { withinLimit } from '../log/time-limit.ts';
import { callLimitMs } from './limits.ts';
import type { PersonRow } from './people-store.ts';
import type { Workspace } from './workspace.ts';

/**
 * Whether somebody may open each of these channels to others: they see it. Of a private channel only its people know:
 * their own Member says whether they are one. `late`: it did not answer.
 */
export async function maySeeAll(
  workspace: Workspace,
  person: PersonRow,
  channelIds: readonly ChannelId[],
): Promise<boolean | 'late'> {
  try {
    const seen = await Promise.all(channelIds.map((id) => maySee(workspace, person, id)));
    return !seen.includes(false);
  } catch {
    return 'late';
  }
}

async function maySee(workspace: Workspace, person: PersonRow, channelId: ChannelId): Promise<boolean> {
  const row = workspace.channels.byId(channelId);
  if (row?.state !== 'open' || row.key !== undefined) return false;
  if (row.kind === 'public' && maySeePublicChannels(person)) return true;
  const member = workspace.objects.member(workspace.requireTeam().id, person.id);
  return (await withinLimit('membership', callLimitMs, member.membership(channelId))) !== undefined;
}
