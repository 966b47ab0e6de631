import { useStore } from '@nanostores/react';
import Search from 'icon:search';
import UserPlus from 'icon:user-plus';
import X from 'icon:x';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { User } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { $card, openLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import { TallList } from '../../ui/tall-list.tsx';
import { toast } from '../../ui/toast.ts';
import { channelProblem } from '../channels/texts.ts';
import { useLine } from '../channels/use-channel-name.ts';
import { nameOf, secondNameOf } from '../people/names.ts';
import { Status } from '../profile/status.tsx';
import { UserAvatar } from '../people/person-avatar.tsx';
import { usePeople, useSelf } from '../people/use-people.ts';
import thread from '../thread/thread-pane.module.css';
import css from './members-panel.module.css';
import { memberTexts } from './texts.ts';

/** Who is in the channel, in the place of the thread. */
export function MembersPanel({ channelId }: { channelId: ChannelId }) {
  const { teamId, channels } = useWorkspace();
  const { members, channel } = useStore(channels.details(channelId));
  const line = useLine(channelId);
  const self = useSelf();
  const isPartOf = members !== undefined && members.length < (channel?.num_members ?? 0);
  useEffect(() => {
    if (isPartOf) void channels.loadMembers(channelId);
  }, [channels, channelId, isPartOf]);
  const mayAdd = line !== undefined && !line.isArchived && !self.is_restricted;
  return (
    <aside className={thread.pane} aria-label={memberTexts.title} data-pane>
      <header className={thread.bar}>
        <h2>{memberTexts.title}</h2>
        <p />
        <IconButton
          icon={X}
          label={memberTexts.close}
          keys="Esc"
          onClick={() => visit({ teamId, channelId })}
        />
      </header>
      {members === undefined ? (
        <div className={css.list}>
          <MessageSkeleton rows={8} label={memberTexts.loading} />
        </div>
      ) : (
        <Members channelId={channelId} members={members} creator={channel?.creator}>
          {mayAdd ? (
            <Button onClick={() => openLayer({ kind: 'add-people', channelId })}>
              <Icon of={UserPlus} />
              {memberTexts.add}
            </Button>
          ) : null}
        </Members>
      )}
    </aside>
  );
}

function Members({ channelId, members, creator, children }: MembersProps) {
  const people = usePeople(members);
  const self = useSelf();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const line = useLine(channelId);
  const shown = people
    .filter((user) => user !== undefined)
    .filter((user) => `${nameOf(user)} ${secondNameOf(user)} ${user.name}`.toLowerCase().includes(wanted))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const mayRemove =
    line !== undefined &&
    !line.isGeneral &&
    !line.isArchived &&
    !self.is_restricted &&
    (line.kind === 'private' || self.is_admin || creator === self.id);
  return (
    <>
      <div className={css.tools}>
        <Field
          label={memberTexts.find}
          lead={<Icon of={Search} />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {children}
      </div>
      {shown.length === 0 && wanted !== '' ? <p className={css.none}>{memberTexts.none(query)}</p> : null}
      <TallList rows={shown} keyOf={({ id }) => id} rowPx={52} label={memberTexts.title} className={css.list}>
        {(user) => <Member user={user} channelId={channelId} mayRemove={mayRemove && user.id !== self.id} />}
      </TallList>
    </>
  );
}
interface MembersProps {
  readonly channelId: ChannelId;
  readonly members: readonly UserId[];
  readonly creator: UserId | undefined;
  readonly children: ReactNode;
}

function Member({ user, channelId, mayRemove }: { user: User; channelId: ChannelId; mayRemove: boolean }) {
  const { channels } = useWorkspace();
  const self = useSelf();
  const name = nameOf(user);
  const about = [user.profile.title, roleOf(user)].filter(Boolean).join(' · ');
  const remove = async (): Promise<void> => {
    const removed = await channels.kick(channelId, user.id);
    if (!removed.ok) {
      toast(channelProblem(removed.error));
      return;
    }
    // Next to a name that one wanted to press: so it can be undone.
    toast(memberTexts.removed(name), {
      label: memberTexts.undo,
      onSelect: () => void channels.invite(channelId, [user.id]),
    });
  };
  return (
    <div className={css.member}>
      <button
        type="button"
        className={css.person}
        onClick={(event) => $card.set({ userId: user.id, anchor: event.currentTarget })}
      >
        <UserAvatar id={user.id} user={user} />
        <span className="cut">
          <b>
            <bdi>{name}</bdi>
          </b>
          {user.id === self.id ? <span className={css.you}> {memberTexts.you}</span> : null}{' '}
          <Status of={user} />
          <span className={css.about}>{about || `@${user.name}`}</span>
        </span>
      </button>
      {mayRemove ? (
        <IconButton
          className={css.remove}
          icon={X}
          size={16}
          label={memberTexts.remove(name)}
          onClick={() => void remove()}
        />
      ) : null}
    </div>
  );
}

export function roleOf(user: User): string {
  if (user.is_bot) return memberTexts.bot;
  if (user.is_owner) return memberTexts.owner;
  if (user.is_admin) return memberTexts.admin;
  return user.is_restricted ? memberTexts.guest : '';
}
