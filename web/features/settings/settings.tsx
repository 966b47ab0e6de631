import { useEffect } from 'react';
import { pathOf } from '../../app/place.ts';
import { Link, Redirect } from '../../app/router.tsx';
import { useIsPhone } from '../../app/use-media.ts';
import { usePageTitle } from '../../app/use-title.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import { pages } from './pages.ts';
import { SettingsNav } from './settings-nav.tsx';
import css from './settings.module.css';
import { settingsTexts } from './texts.ts';

/** In the place of the room: the list of the pages, and one of them. A phone shows either. */
export function Settings({ page: name }: { page: string }) {
  const { teamId } = useWorkspace();
  const role = roleOf(useSelf());
  const isPhone = useIsPhone();
  const shown = pages.filter(({ isFor }) => isFor(role));
  const page = shown.find((one) => one.name === name);
  usePageTitle(page === undefined ? settingsTexts.title : settingsTexts.pages[page.name]);
  useEffect(focusHeading, [name]);
  const [first] = shown;
  if (name === '' && isPhone)
    return (
      <main className={css.index}>
        <SettingsNav shown={shown} current={undefined} isPage />
      </main>
    );
  if (name === '' && first !== undefined) return <Redirect to={pathOf({ teamId, settings: first.name })} />;
  return (
    <>
      {isPhone ? null : <SettingsNav shown={shown} current={page?.name} />}
      {page === undefined ? (
        <div className={css.page} data-pane>
          <Notice within title={settingsTexts.hidden} lede={settingsTexts.hiddenLede}>
            <Link href={pathOf({ teamId, settings: '' })} className={buttonClass()}>
              {settingsTexts.toFirst}
            </Link>
          </Notice>
        </div>
      ) : (
        <page.Page key={page.name} />
      )}
    </>
  );
}

/** What was pressed to come here is gone: reading goes on at the top. A link of the list keeps the focus. */
function focusHeading(): void {
  if (document.activeElement === document.body || document.activeElement === null)
    document.querySelector<HTMLElement>('main h1[tabindex]')?.focus({ preventScroll: true });
}
