import { useStore } from '@nanostores/react';
import { Suspense, useEffect } from 'react';
import { Banner } from '../features/banner/banner.tsx';
import { ChannelPane } from '../features/timeline/channel-pane.tsx';
import { Navigation } from '../features/navigation/navigation.tsx';
import { classes } from '../ui/classes.ts';
import { later } from './later.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { visit, usePlace } from './navigate.ts';
import type { Place } from './place.ts';
import css from './shell.module.css';
import { appTexts } from './texts.ts';
import { useIsPhone } from './use-media.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';
import { useWorkspace } from './workspace-context.ts';

const Panel = later(() => import('./panel.tsx'), 'Panel');
const ThreadPane = later(() => import('../features/thread/thread-pane.tsx'), 'ThreadPane');
// Nothing of the first paint.
const Attendant = later(() => import('./attendant.tsx'), 'Attendant');
const LayerHost = later(() => import('./layer-host.tsx'), 'LayerHost');
const Tabs = later(() => import('./tabs.tsx'), 'Tabs');
const Settings = later(() => import('../features/settings/settings.tsx'), 'Settings');
const OwnPage = later(() => import('./own-page.tsx'), 'OwnPage');

/** What a workspace shows: the room, or its settings. */
export function Shell() {
  const workspace = useWorkspace();
  const place = usePlace() ?? { teamId: workspace.teamId };
  const isPhone = useIsPhone();
  useShortcuts(place);
  useTitle(place);
  useHome(place, isPhone);
  useEffect(prefetchWhenIdle, []);
  return (
    <div className={classes(css.app, asideOf(place) && css.withAside)}>
      {place.settings === undefined ? (
        <Room place={place} isPhone={isPhone} />
      ) : (
        <Suspense fallback={<main />}>
          <Settings page={place.settings} />
        </Suspense>
      )}
      {isPhone ? (
        <Suspense>
          <Tabs place={place} />
        </Suspense>
      ) : null}
      <Banner />
      <Suspense>
        <LayerHost />
        <Attendant channelId={place.channelId} threadTs={place.threadTs} />
      </Suspense>
    </div>
  );
}

/** Navigation, one channel, and beside it a thread or the members. */
function Room({ place, isPhone }: { place: Place; isPhone: boolean }) {
  const { page } = place;
  const isHome = isPhone && place.channelId === undefined;
  return (
    <>
      {place.channelId === undefined ? null : (
        <a className={css.skip} href="#pane" onClick={focusComposer}>
          {appTexts.skip}
        </a>
      )}
      {isPhone ? null : <Navigation place={place} />}
      {page !== undefined && (isPhone || page !== 'you') ? (
        <Suspense fallback={<main />}>
          <OwnPage page={page} />
        </Suspense>
      ) : isHome ? (
        <main className={css.home}>
          <Navigation place={place} isPage />
        </main>
      ) : (
        <ChannelPane place={place} />
      )}
      <Suspense>{asideOf(place)}</Suspense>
    </>
  );
}

function asideOf({ channelId, threadTs, at, panel }: Place) {
  if (channelId === undefined) return null;
  if (threadTs !== undefined)
    return <ThreadPane key={`${channelId}${threadTs}`} channelId={channelId} threadTs={threadTs} at={at} />;
  return panel === undefined ? null : <Panel key={channelId} panel={panel} channelId={channelId} />;
}

/** Wide windows always show a channel: the last one, else #general. */
function useHome(place: Place, isPhone: boolean): void {
  const workspace = useWorkspace();
  const lines = useStore(workspace.channels.$lines);
  const { channelId, settings, page = 'you' } = place;
  const isNowhere = channelId === undefined && settings === undefined && page === 'you' && !isPhone;
  useEffect(() => {
    if (!isNowhere) return;
    const last = workspace.preferences.$lastChannel.get();
    const line = lines.find(({ id }) => id === last) ?? lines.find(({ isGeneral }) => isGeneral) ?? lines[0];
    if (line !== undefined) visit({ teamId: workspace.teamId, channelId: line.id }, { replace: true });
  }, [isNowhere, lines, workspace]);
}

/** Where nothing can be written, the browser goes on from the pane. */
function focusComposer(event: { preventDefault: () => void }): void {
  const field = document.querySelector<HTMLElement>('main textarea');
  if (field === null) return;
  event.preventDefault();
  field.focus();
}
