import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { $card } from '../../app/layers.ts';
import { Link } from '../../app/router.tsx';
import { pathOf, placeOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { useLine } from '../channels/use-channel-name.ts';
import { mentionNameOf } from '../people/names.ts';
import { usePerson, useSelf } from '../people/use-people.ts';
import css from './message-text.module.css';
import { messageTexts } from './texts.ts';

/** A person who is named: amber if it is oneself. Opens their card. */
export function PersonMention({ userId, label }: { userId: UserId; label: string }) {
  const user = usePerson(userId);
  const self = useSelf();
  return (
    <button
      type="button"
      className={classes(css.mention, userId === self.id && css.own)}
      onClick={(event) => $card.set({ userId, anchor: event.currentTarget })}
    >
      <bdi>@{user === undefined ? label || messageTexts.unknownPerson : mentionNameOf(user)}</bdi>
    </button>
  );
}

export function ChannelMention({ channelId, label }: { channelId: ChannelId; label: string }) {
  const { teamId } = useWorkspace();
  const line = useLine(channelId);
  const name = line?.name || label || messageTexts.unknownChannel;
  return (
    <Link className={css.mention} href={pathOf({ teamId, channelId })}>
      <bdi>#{name}</bdi>
    </Link>
  );
}

/** A link to a message here opens here; any other in a tab of its own, that knows nothing of this one. */
export function MessageLink({ url, label }: { url: string; label: string }) {
  const { teamId } = useWorkspace();
  const path = url.startsWith(`${location.origin}/`) ? url.slice(location.origin.length) : '';
  if (placeOf(path)?.teamId === teamId) return <Link href={path}>{label}</Link>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
      {label}
    </a>
  );
}
