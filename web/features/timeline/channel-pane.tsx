import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import { Suspense, useEffect } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { openLayer } from '../../app/layers.ts';
import type { Place } from '../../app/place.ts';
import { appTexts } from '../../app/texts.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChannelHeader } from '../channel-header/channel-header.tsx';
import { useLine } from '../channels/use-channel-name.ts';
import { Composer } from '../composer/composer.tsx';
import { useSelf } from '../people/use-people.ts';
import css from './channel-pane.module.css';
import { timelineTexts } from './texts.ts';
import { Timeline } from './timeline.tsx';

const BookmarksBar = later(() => import('../bookmarks/bookmarks-bar.tsx'), 'BookmarksBar');
const Outside = later(() => import('./outside.tsx'), 'Outside');

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
  const { is_restricted: isGuest } = useSelf();
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
      <div id="pane" className={css.pane} data-pane>
        <Notice within title={appTexts.noChannel} lede={appTexts.noChannelLede}>
          {isGuest ? null : (
            <Button onClick={() => openLayer({ kind: 'browse-channels' })}>{appTexts.browse}</Button>
          )}
        </Notice>
      </div>
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
  if (isArchived) return <p className={css.closed}>{timelineTexts.archived}</p>;
  return isMember ? (
    <Composer channelId={channelId} />
  ) : (
    <Suspense>
      <Outside channelId={channelId} />
    </Suspense>
  );
}
