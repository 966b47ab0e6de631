import type { ChannelId } from '../../protocol/ids.ts';
import type { Appending, Workspace } from './workspace.ts';

/** A channel that is deleted, and of which everybody else was told. Its name is free. Safe to repeat. */
export function forgetChannel(workspace: Workspace, channelId: ChannelId): void {
  const row = workspace.channels.byId(channelId);
  if (row === undefined) return;
  workspace.transact((log) => {
    workspace.channels.delete(channelId);
    workspace.renames.forget(channelId);
    if (row.state === 'open' && row.kind === 'public') hideChannel(workspace, log, channelId);
  });
}

/** In a transaction: a public channel is one no longer. No user group brings its people in, or names it to others. */
export function hideChannel(workspace: Workspace, log: Appending, channelId: ChannelId): void {
  log.append('channel_hidden', channelId);
  for (const group of workspace.usergroups.all()) {
    if (!group.channels.includes(channelId)) continue;
    const channels = group.channels.filter((id) => id !== channelId);
    workspace.usergroups.save({ ...group, channels });
    log.append('subteam_updated', group.id);
  }
}
