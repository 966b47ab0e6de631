import BellOff from 'icon:bell-off';
import CircleAlert from 'icon:circle-exclamation-point';
import Hash from 'icon:hash';
import Lock from 'icon:lock';
import Pencil from 'icon:pencil';
import { memo, useEffect, useRef } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { isUnread } from '../../app/channel-order.ts';
import { pathOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelLine } from '../../store/contract.ts';
import { GroupAvatar } from '../../ui/avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Count } from '../../ui/count.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Link } from '../../app/router.tsx';
import { useLine } from '../channels/use-channel-name.ts';
import { joinNames } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { useDirectNames, usePerson, useSelf } from '../people/use-people.ts';
import { Status } from '../profile/status.tsx';
import css from './navigation.module.css';
import { navigationTexts } from './texts.ts';

/** One line of the navigation. Unread is ink and weight; amber is a mention; nothing else shouts. */
export const ChannelRow = memo(function ChannelRow({ channelId, isCurrent, isFolded, top }: ChannelRowProps) {
  const { teamId } = useWorkspace();
  const line = useLine(channelId);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent && top === undefined) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, top]);
  if (line === undefined) return null;
  const isNew = isUnread(line);
  if (isFolded && !isNew && !isCurrent) return null;
  return (
    <li ref={item} style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}>
      <Link
        href={pathOf({ teamId, channelId })}
        aria-current={isCurrent ? 'page' : undefined}
        className={classes(css.row, isNew && css.unread, line.isMuted && css.muted)}
      >
        {line.kind === 'direct' || line.kind === 'group' ? (
          <DirectName line={line} />
        ) : (
          <ChannelName line={line} />
        )}
        <Marks line={line} isCurrent={isCurrent} />
      </Link>
    </li>
  );
});
interface ChannelRowProps {
  readonly channelId: ChannelId;
  readonly isCurrent: boolean;
  readonly isFolded: boolean;
  /** In a long list: where it stands. */
  readonly top?: number;
}

const ChannelName = ({ line }: { line: ChannelLine }) => (
  <>
    <Icon of={line.kind === 'private' ? Lock : Hash} />
    <span className="cut" dir="auto">
      {line.name}
      {line.kind === 'private' ? (
        <span className="visually-hidden"> {navigationTexts.privateChannel}</span>
      ) : null}
    </span>
  </>
);

function DirectName({ line }: { line: ChannelLine }) {
  const self = useSelf();
  const names = useDirectNames(line.people);
  const others = line.people.filter((id) => id !== self.id);
  const [only = self.id] = others;
  const user = usePerson(only);
  return (
    <>
      {line.kind === 'group' ? (
        <GroupAvatar count={others.length} />
      ) : (
        <UserAvatar id={only} user={user} size={20} />
      )}
      <span className="cut" dir="auto">
        {joinNames(names)}
        {others.length === 0 ? <span className={css.you}> {navigationTexts.you}</span> : null}
      </span>
      {line.kind === 'direct' ? <Status of={user} /> : null}
    </>
  );
}

function Marks({ line, isCurrent }: { line: ChannelLine; isCurrent: boolean }) {
  if (line.mentions > 0) return <Count of={line.mentions} what={navigationTexts.mentions} />;
  if (line.hasFailed)
    return <Mark icon={CircleAlert} label={navigationTexts.notSent} className={css.failed} />;
  if (line.hasDraft && !isCurrent) return <Mark icon={Pencil} label={navigationTexts.draft} />;
  if (line.isMuted) return <Mark icon={BellOff} label={navigationTexts.muted} />;
  return isUnread(line) ? <span className="visually-hidden">{navigationTexts.unread}</span> : null;
}
const Mark = ({ icon, label, className }: MarkProps) => (
  <span className={classes(css.end, className)}>
    <Icon of={icon} size={14} />
    <span className="visually-hidden">{label}</span>
  </span>
);
interface MarkProps {
  readonly icon: typeof Hash;
  readonly label: string;
  readonly className?: string | undefined;
}
