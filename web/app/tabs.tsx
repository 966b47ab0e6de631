import { useStore } from '@nanostores/react';
import Bell from 'icon:bell';
import House from 'icon:house';
import Search from 'icon:search';
import UserRound from 'icon:user-round';
import { Link } from './router.tsx';
import { Count } from '../ui/count.tsx';
import { Icon } from '../ui/icon.tsx';
import { navigationTexts } from '../features/navigation/texts.ts';
import { openLayer } from './layers.ts';
import { pathOf } from './place.ts';
import type { Place } from './place.ts';
import css from './tabs.module.css';
import { appTexts } from './texts.ts';
import { useWorkspace } from './workspace-context.ts';

/** The phone's bottom bar. Search comes with its feature. */
export function Tabs({ place }: { place: Place }) {
  const { teamId, channels } = useWorkspace();
  const { mentions } = useStore(channels.$badge);
  const isActivity = place.page === 'activity';
  const isYou = place.page === 'you' || place.settings !== undefined;
  return (
    <nav className={css.tabs} aria-label={appTexts.main}>
      <Link href={pathOf({ teamId })} aria-current={isYou || isActivity ? undefined : 'page'}>
        <Icon of={House} size={20} />
        {appTexts.home}
        {mentions > 0 ? <Count of={mentions} what={navigationTexts.mentions} /> : null}
      </Link>
      <Link href={pathOf({ teamId, page: 'activity' })} aria-current={isActivity ? 'page' : undefined}>
        <Icon of={Bell} size={20} />
        {appTexts.activity}
      </Link>
      <button type="button" onClick={() => openLayer({ kind: 'switcher' })}>
        <Icon of={Search} size={20} />
        {appTexts.jump}
      </button>
      <Link href={pathOf({ teamId, page: 'you' })} aria-current={isYou ? 'page' : undefined}>
        <Icon of={UserRound} size={20} />
        {appTexts.you}
      </Link>
    </nav>
  );
}
