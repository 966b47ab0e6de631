import { maySeePublicChannels } from '../../domain/permissions/permissions.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelsQuery } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Workspace } from './workspace.ts';

/** What somebody may see who is not in it: a public channel, unless they are a guest. All else looks alike. */
export function visibleChannel(
  workspace: Workspace,
  actor: Actor,
  by: { id: ChannelId } | { name: string },
): Outcome<{ summary: ChannelSummary }, 'channel_not_found'> {
  const { channels } = workspace;
  const row = 'id' in by ? channels.byId(by.id) : channels.byName(nameOf(by.name));
  const person = workspace.activePerson(actor);
  const isVisible = row?.kind === 'public' && person !== undefined && maySeePublicChannels(person);
  return isVisible && row.summary !== undefined
    ? accept({ summary: row.summary })
    : refuse('channel_not_found');
}

export function channelNamed(workspace: Workspace, name: string): ChannelId | undefined {
  const row = workspace.channels.byName(nameOf(name));
  return row?.state === 'open' ? row.id : undefined;
}

/** As names are kept: composed, in lower case (domain/naming/channel-name.ts). */
const nameOf = (given: string): string => given.normalize('NFC').toLowerCase();

export function summaries(workspace: Workspace, ids: readonly ChannelId[]): ChannelSummary[] {
  const found = workspace.channels.summaries(ids);
  return ids.map((id) => found.get(id)).filter((summary) => summary !== undefined);
}

export function channels(
  workspace: Workspace,
  query: ChannelsQuery,
): { channels: ChannelSummary[]; more: boolean } {
  const found = workspace.channels.list({ ...query, limit: query.limit + 1 });
  return { channels: found.slice(0, query.limit), more: found.length > query.limit };
}
