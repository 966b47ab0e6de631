import { useStore } from '@nanostores/react';
import Search from 'icon:search';
import SquarePen from 'icon:square-pen';
import { lazy, Suspense, useMemo } from 'react';
import { openLayer } from '../../app/layers.ts';
import type { Place } from '../../app/place.ts';
import { sectionOf, sections } from '../../app/channel-order.ts';
import { isApple } from '../../app/keys.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './navigation.module.css';
import { NavSection } from './nav-section.tsx';
import { navigationTexts } from './texts.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

const Me = lazy(async () => ({ default: (await import('./me.tsx')).Me }));
const Places = lazy(async () => ({ default: (await import('./places.tsx')).Places }));

/** Everything one is in. Each row follows its own channel, so that a message redraws one row. */
export function Navigation({ place, isPage = false }: { place: Place; isPage?: boolean }) {
  const { channels } = useWorkspace();
  const ids = useStore(channels.$ids);
  const starred = useStore(channels.$starred);
  const bySection = useMemo(() => {
    const lines = ids.map((id) => ({
      id,
      kind: channels.line(id).get()?.kind ?? 'public',
      isStarred: starred.has(id),
    }));
    return sections.map((name) => ({
      name,
      ids: lines.filter((line) => sectionOf(line) === name).map(({ id }) => id),
    }));
  }, [ids, starred, channels]);
  return (
    <nav className={css.nav} aria-label={navigationTexts.label} data-pane>
      <header className={css.head}>
        {isPage ? (
          <h1>
            <WorkspaceMenu />
          </h1>
        ) : (
          <WorkspaceMenu />
        )}
        <IconButton
          icon={SquarePen}
          label={navigationTexts.newMessage}
          onClick={() => openLayer({ kind: 'new-message' })}
        />
      </header>
      <button type="button" className={css.jump} onClick={() => openLayer({ kind: 'switcher' })}>
        <Icon of={Search} />
        {navigationTexts.jump}
        <kbd>{navigationTexts.jumpKeys(isApple)}</kbd>
      </button>
      <div className={css.list} data-scroller>
        <div className={css.places}>
          <Suspense>
            <Places place={place} />
          </Suspense>
        </div>
        {bySection.map(({ name, ids: own }) => (
          <NavSection key={name} name={name} ids={own} current={place.channelId} />
        ))}
      </div>
      <div className={css.me}>
        <Suspense>
          <Me />
        </Suspense>
      </div>
    </nav>
  );
}
