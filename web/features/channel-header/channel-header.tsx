import { useStore } from '@nanostores/react';
import BellOff from 'icon:bell-off';
import ChevronLeft from 'icon:chevron-left';
import Hash from 'icon:hash';
import Lock from 'icon:lock';
import Star from 'icon:star';
import Users from 'icon:users';
import { Link } from '../../app/router.tsx';
import type { ChannelId } from '../../../protocol/ids.ts';
import { visit, usePlace } from '../../app/navigate.ts';
import { pathOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelLine } from '../../store/contract.ts';
import { iconButtonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.ts';
import { useChannelName, useLine } from '../channels/use-channel-name.ts';
import { MessageText } from '../message/message-text.tsx';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { useSelf } from '../people/use-people.ts';
import css from './channel-header.module.css';
import { ChannelMenu } from './channel-menu.tsx';
import { headerTexts } from './texts.ts';

/** Name, topic, people. The name stands over the messages' left edge. */
export function ChannelHeader({ channelId }: { channelId: ChannelId }) {
  const { teamId, channels } = useWorkspace();
  const line = useLine(channelId);
  const { channel, members } = useStore(channels.details(channelId));
  const name = useChannelName(channelId);
  const isDirect = line?.kind === 'direct' || line?.kind === 'group';
  const star = async (isStarred: boolean): Promise<void> => {
    const starred = await channels.setStarred(channelId, isStarred);
    if (!starred.ok) toast(headerTexts.notStarred);
  };
  const topic = channel?.topic?.value ?? '';
  return (
    <header className={css.bar}>
      <Link
        href={pathOf({ teamId })}
        className={classes(iconButtonClass(), css.back)}
        aria-label={headerTexts.back}
      >
        <Icon of={ChevronLeft} size={18} />
      </Link>
      <h1 className={css.title}>
        {isDirect ? <Faces line={line} /> : <Icon of={line?.kind === 'private' ? Lock : Hash} size={18} />}
        <span className="cut" dir="auto">
          {name.replace(/^#/, '')}
        </span>
        {line?.isMuted ? (
          <span className={css.muted} title={headerTexts.muted}>
            <Icon of={BellOff} size={14} />
            <span className="visually-hidden">{headerTexts.muted}</span>
          </span>
        ) : null}
      </h1>
      {topic === '' ? null : (
        <div className={css.topic}>
          <MessageText text={topic} />
        </div>
      )}
      <div className={css.tools}>
        {line === undefined ? null : (
          <IconButton
            className={classes(css.star, line.isStarred && css.starred)}
            icon={Star}
            label={line.isStarred ? headerTexts.unstar : headerTexts.star}
            aria-pressed={line.isStarred}
            onClick={() => void star(!line.isStarred)}
          />
        )}
        {isDirect ? null : (
          <MembersButton
            channelId={channelId}
            count={channel?.num_members ?? members?.length}
            members={members}
          />
        )}
        {line === undefined ? null : <ChannelMenu channelId={channelId} line={line} />}
      </div>
    </header>
  );
}

function Faces({ line }: { line: ChannelLine }) {
  const self = useSelf();
  const others = line.people.filter((id) => id !== self.id);
  return (
    <span className={css.faces}>
      {(others.length === 0 ? [self.id] : others).slice(0, 3).map((id) => (
        <PersonAvatar key={id} userId={id} size={28} />
      ))}
    </span>
  );
}

function MembersButton({ channelId, count, members }: MembersButtonProps) {
  const { teamId } = useWorkspace();
  const isOpen = usePlace()?.panel === 'members';
  if (count === undefined) return null;
  return (
    <button
      type="button"
      className={css.members}
      aria-expanded={isOpen}
      onClick={() => visit({ teamId, channelId, ...(isOpen ? {} : { panel: 'members' }) })}
    >
      {members === undefined ? null : (
        <span className={css.stack}>
          {members.slice(0, 3).map((id) => (
            <PersonAvatar key={id} userId={id} size={20} />
          ))}
        </span>
      )}
      <span className={css.people}>
        <Icon of={Users} size={18} />
      </span>
      {count.toLocaleString()}
      <span className="visually-hidden"> {headerTexts.members(count)}</span>
    </button>
  );
}
interface MembersButtonProps {
  readonly channelId: ChannelId;
  readonly count: number | undefined;
  readonly members: readonly Parameters<typeof PersonAvatar>[0]['userId'][] | undefined;
}
