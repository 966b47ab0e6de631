import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import { Suspense, useEffect } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Place } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { ChannelHeader } from '../channel-header/channel-header.tsx';
import { useLine } from '../channels/use-channel-name.ts';
import { Composer } from '../composer/composer.tsx';
import css from './channel-pane.module.css';
import { Timeline } from './timeline.tsx';

const BookmarksBar = later(() => import('../bookmarks/bookmarks-bar.tsx'), 'BookmarksBar');
const NoComposer = later(() => import('./no-composer.tsx'), 'NoComposer');

/** One channel: header, messages, composer. */
export function ChannelPane({ place }: { place: Place }) {
  const { channelId, threadTs, at } = place;
  if (channelId === undefined) return <main className={css.pane} />;
  return (
    <OneChannel
      key={channelId}
      channelId={channelId}
      at={threadTs === undefined ? at : undefined}
      besideThread={threadTs !== undefined}
    />
  );
}

function OneChannel({ channelId, at, besideThread }: OneChannelProps) {
  const { channels } = useWorkspace();
  const line = useLine(channelId);
  const details = useStore(channels.details(channelId));
  const isGone = line === undefined && !details.isLoading && details.channel === undefined;
  useEffect(() => {
    // On touch the keyboard would cover half of what one came to read.
    if (!besideThread && at === undefined && matchMedia('(pointer: fine)').matches)
      document.querySelector<HTMLElement>('main textarea')?.focus({ preventScroll: true });
    // Only when the channel opens.
  }, []);
  if (isGone) {
    return (
      <Suspense>
        <NoComposer channelId={channelId} why="gone" />
      </Suspense>
    );
  }
  const isArchived = line?.isArchived ?? details.channel?.is_archived ?? false;
  return (
    <main id="pane" className={css.pane} data-pane>
      <ChannelHeader channelId={channelId} />
      <Suspense>
        <BookmarksBar channelId={channelId} />
      </Suspense>
      <Timeline channelId={channelId} at={at} />
      <Foot channelId={channelId} isMember={line !== undefined} isArchived={isArchived} />
    </main>
  );
}
interface OneChannelProps {
  readonly channelId: ChannelId;
  readonly at: Place['at'];
  readonly besideThread: boolean;
}

function Foot({
  channelId,
  isMember,
  isArchived,
}: {
  channelId: ChannelId;
  isMember: boolean;
  isArchived: boolean;
}) {
  if (isMember && !isArchived) return <Composer channelId={channelId} />;
  return (
    <Suspense>
      <NoComposer channelId={channelId} why={isArchived ? 'archived' : 'outside'} />
    </Suspense>
  );
}
