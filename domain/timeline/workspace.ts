import type { User } from '../../protocol/entities.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';

type NamedChannel = EventBody<'channel_created'>['channel'];

/** A workspace as a client holds it: its people, and the channels that were made while it looked. */
export interface Workspace {
  readonly head: number;
  readonly people: ReadonlyMap<UserId, User>;
  readonly channels: ReadonlyMap<ChannelId, NamedChannel>;
}

export const withPerson = (workspace: Workspace, user: User): Workspace => ({
  ...workspace,
  people: new Map(workspace.people).set(user.id, user),
});

export const withChannel = (workspace: Workspace, channel: NamedChannel): Workspace => ({
  ...workspace,
  channels: new Map(workspace.channels).set(channel.id, channel),
});
