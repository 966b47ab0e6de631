import { useStore } from '@nanostores/react';
import Search from 'icon:search';
import SquarePen from 'icon:square-pen';
import { Suspense, useMemo, useState } from 'react';
import { later } from '../../app/later.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { openLayer } from '../../app/layers.ts';
import { placeOf } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { grouped } from '../../app/channel-order.ts';
import { isApple } from '../../app/keys.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './navigation.module.css';
import { NavSection } from './nav-section.tsx';
import { navigationTexts } from './texts.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

const Me = later(() => import('./me.tsx'), 'Me');
const Places = later(() => import('./places.tsx'), 'Places');
const RowMenu = later(() => import('./row-menu.tsx'), 'RowMenu');

/** Everything one is in. Each row follows its own channel, so that a message redraws one row. */
export function Navigation({ place, isPage = false }: { place: Place; isPage?: boolean }) {
  const { channels, $wishes } = useWorkspace();
  const own = useStore($wishes).sections;
  const [menu, setMenu] = useState<{ channelId: ChannelId; anchor: Element }>();
  const ids = useStore(channels.$ids);
  const starred = useStore(channels.$starred);
  const bySection = useMemo(() => {
    const lines = ids.map((id) => ({
      id,
      kind: channels.line(id).get()?.kind ?? 'public',
      isStarred: starred.has(id),
    }));
    return grouped(lines, own).map((group) => ({ ...group, ids: group.lines.map(({ id }) => id) }));
  }, [ids, starred, channels, own]);
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
      <div
        className={css.list}
        data-scroller
        onContextMenu={(event) => {
          const anchor = (event.target as Element).closest('a');
          const channelId = anchor && placeOf(anchor.pathname)?.channelId;
          if (!channelId) return;
          event.preventDefault();
          setMenu({ channelId, anchor });
        }}
      >
        <div className={css.places}>
          <Suspense>
            <Places place={place} />
          </Suspense>
        </div>
        {bySection.map(({ name, title, ids: within }) => (
          <NavSection key={name} name={name} title={title} ids={within} current={place.channelId} />
        ))}
      </div>
      <Suspense>{menu && <RowMenu {...menu} onClose={() => setMenu(undefined)} />}</Suspense>
      <div className={css.me}>
        <Suspense>
          <Me />
        </Suspense>
      </div>
    </nav>
  );
}
