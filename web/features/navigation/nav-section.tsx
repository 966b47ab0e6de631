import { later } from '../../app/later.ts';
import { Suspense } from 'react';
import { useStore } from '@nanostores/react';
import ChevronDown from 'icon:chevron-down';
import Plus from 'icon:plus';
import type { ChannelId } from '../../../protocol/ids.ts';
import { openLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { useSelf } from '../people/use-people.ts';
import { ChannelRow } from './channel-row.tsx';
import css from './navigation.module.css';
import { navigationTexts } from './texts.ts';

const InviteRow = later(() => import('./invite-row.tsx'), 'InviteRow');
const LongList = later(() => import('./long-list.tsx'), 'LongList');
/** More rows than this, and only those that are seen are in the page. */
const longFrom = 80;

/** A folded section still shows what is unread and what is open. */
export function NavSection({ name, title: given, ids, current }: NavSectionProps) {
  const { preferences } = useWorkspace();
  const isFolded = useStore(preferences.$collapsed).has(name);
  if (ids.length === 0 && name === 'starred') return null;
  const title = given ?? navigationTexts.sections[name];
  return (
    <section className={css.section} aria-label={title}>
      <h2 className={css.summary}>
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={() => preferences.setCollapsed(name, !isFolded)}
        >
          {title}
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
  readonly name: string;
  /** Where the person made it. */
  readonly title: string | undefined;
  readonly ids: readonly ChannelId[];
  readonly current: ChannelId | undefined;
}

function Tail({ section }: { section: string }) {
  const self = useSelf();
  if (section === 'direct')
    return (
      <Suspense>
        <InviteRow />
      </Suspense>
    );
  if (section !== 'channels' || self.is_restricted) return null;
  return (
    <button type="button" className={css.row} onClick={() => openLayer({ kind: 'browse-channels' })}>
      <Icon of={Plus} />
      <span className="cut">{navigationTexts.add}</span>
    </button>
  );
}
