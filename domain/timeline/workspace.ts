import type { Team, User, Usergroup } from '../../protocol/entities.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { ChannelId, UsergroupId, UserId } from '../../protocol/ids.ts';

type NamedChannel = EventBody<'channel_created'>['channel'];

/** A workspace as a client holds it: its people, and the channels that were made while it looked. */
export interface Workspace {
  readonly head: number;
  readonly people: ReadonlyMap<UserId, User>;
  readonly channels: ReadonlyMap<ChannelId, NamedChannel>;
  readonly usergroups: ReadonlyMap<UsergroupId, Usergroup>;
  /** Custom ones by name: an address, or `alias:` and a name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** What was told of the workspace itself: its name and picture, and rules by their names. */
  readonly team: {
    readonly name?: string;
    readonly icon?: Team['icon'];
    readonly rules: ReadonlyMap<string, boolean | number>;
  };
}

export const emptyWorkspace: Workspace = {
  head: 0,
  people: new Map(),
  channels: new Map(),
  usergroups: new Map(),
  emoji: new Map(),
  team: { rules: new Map() },
};

export const withTeam = (workspace: Workspace, change: Partial<Workspace['team']>): Workspace => ({
  ...workspace,
  team: { ...workspace.team, ...change },
});

export const withPerson = (workspace: Workspace, user: User): Workspace => ({
  ...workspace,
  people: new Map(workspace.people).set(user.id, withAddress(user, workspace.people.get(user.id))),
});

/** Events tell no address: the one that was read with the list stays. */
export const withAddress = (user: User, known: User | undefined): User =>
  known?.profile.email === undefined
    ? user
    : { ...user, profile: { email: known.profile.email, ...user.profile } };

export const withChannel = (workspace: Workspace, channel: NamedChannel): Workspace => ({
  ...workspace,
  channels: new Map(workspace.channels).set(channel.id, channel),
});

export function withoutChannel(workspace: Workspace, channelId: ChannelId): Workspace {
  const channels = new Map(workspace.channels);
  channels.delete(channelId);
  return { ...workspace, channels };
}

export const withUsergroup = (workspace: Workspace, usergroup: Usergroup): Workspace => ({
  ...workspace,
  usergroups: new Map(workspace.usergroups).set(usergroup.id, usergroup),
});

export function withEmoji(workspace: Workspace, event: EventBody<'emoji_changed'>): Workspace {
  const emoji = new Map(workspace.emoji);
  switch (event.subtype) {
    case 'add':
      emoji.set(event.name, event.value);
      break;
    case 'remove':
      for (const name of event.names) emoji.delete(name);
      break;
    case 'rename':
      emoji.delete(event.old_name);
      emoji.set(event.new_name, event.value);
      // Its aliases follow it.
      for (const [name, value] of emoji) {
        if (value === `alias:${event.old_name}`) emoji.set(name, `alias:${event.new_name}`);
      }
      break;
  }
  return { ...workspace, emoji };
}
