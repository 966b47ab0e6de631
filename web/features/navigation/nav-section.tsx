import { lazy, Suspense } from 'react';
import { useStore } from '@nanostores/react';
import ChevronDown from 'icon:chevron-down';
import Plus from 'icon:plus';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Section } from '../../app/channel-order.ts';
import { openLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { ChannelRow } from './channel-row.tsx';
import css from './navigation.module.css';
import { navigationTexts } from './texts.ts';

const LongList = lazy(async () => ({ default: (await import('./long-list.tsx')).LongList }));
/** More rows than this, and only those that are seen are in the page. */
const longFrom = 80;

/** A folded section still shows what is unread and what is open. */
export function NavSection({ name, ids, current }: NavSectionProps) {
  const { preferences } = useWorkspace();
  const isFolded = useStore(preferences.$collapsed).has(name);
  if (ids.length === 0 && name === 'starred') return null;
  return (
    <section className={css.section} aria-label={navigationTexts.sections[name]}>
      <h2 className={css.summary}>
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={() => preferences.setCollapsed(name, !isFolded)}
        >
          {navigationTexts.sections[name]}
          <Icon of={ChevronDown} size={12} />
        </button>
      </h2>
      {ids.length > longFrom && !isFolded ? (
        <Suspense>
          <LongList ids={ids} current={current} />
        </Suspense>
      ) : (
        <ul>
          {ids.map((id) => (
            <ChannelRow key={id} channelId={id} isCurrent={id === current} isFolded={isFolded} />
          ))}
        </ul>
      )}
      {isFolded ? null : <Tail section={name} />}
    </section>
  );
}
interface NavSectionProps {
  readonly name: Section;
  readonly ids: readonly ChannelId[];
  readonly current: ChannelId | undefined;
}

function Tail({ section }: { section: Section }) {
  if (section === 'starred') return null;
  const isChannels = section === 'channels';
  return (
    <button
      type="button"
      className={css.row}
      onClick={() => openLayer({ kind: isChannels ? 'browse-channels' : 'invite-people' })}
    >
      <Icon of={Plus} />
      <span className="cut">{isChannels ? navigationTexts.add : navigationTexts.invite}</span>
    </button>
  );
}
