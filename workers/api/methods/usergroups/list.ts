import { maySeePublicChannels } from '../../../../domain/permissions/permissions.ts';
import type { Usergroup } from '../../../../protocol/entities.ts';
import type { ChannelId } from '../../../../protocol/ids.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { channelsOf } from '../../sight.ts';
import { showUsergroup } from '../../show-usergroup.ts';

export const usergroupsList = handler<'usergroups.list'>(async (context, args) => {
  const { objects, actor } = context;
  const usergroups = await objects.directory(actor.teamId).usergroups();
  const own = maySeePublicChannels(actor) ? undefined : new Set(await channelsOf(context, actor.userId));
  const shown = { withUsers: args.include_users, withCount: args.include_count };
  return accept({
    usergroups: usergroups
      .filter((usergroup) => args.include_disabled || usergroup.date_delete === 0)
      .map((usergroup) => showUsergroup(own === undefined ? usergroup : within(usergroup, own), shown)),
  });
});

/** Default channels are public ones: a guest knows of those that they are in. */
const within = (usergroup: Usergroup, own: ReadonlySet<ChannelId>): Usergroup => ({
  ...usergroup,
  prefs: { ...usergroup.prefs, channels: usergroup.prefs.channels.filter((id) => own.has(id)) },
});
