import ChevronLeft from 'icon:chevron-left';
import { pathOf } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import nav from '../navigation/navigation.module.css';
import type { SettingsPage } from './pages.ts';
import css from './settings.module.css';
import { settingsTexts } from './texts.ts';

const sections = ['you', 'workspace'] as const;

export function SettingsNav({ shown, current, isPage = false }: SettingsNavProps) {
  const { teamId } = useWorkspace();
  const [Title, Heading] = isPage ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  return (
    <nav className={nav.nav} aria-label={settingsTexts.title} data-pane>
      <header className={classes(nav.head, css.navHead)}>
        <Title tabIndex={isPage ? -1 : undefined}>{settingsTexts.title}</Title>
      </header>
      <div className={nav.list}>
        <Link className={nav.row} href={pathOf({ teamId })}>
          <Icon of={ChevronLeft} />
          <span className="cut">{settingsTexts.back}</span>
        </Link>
        {sections.map((section) => {
          const own = shown.filter((page) => page.section === section);
          return own.length === 0 ? null : (
            <section key={section} className={css.section} aria-labelledby={`settings-${section}`}>
              <Heading id={`settings-${section}`}>{settingsTexts.sections[section]}</Heading>
              <ul>
                {own.map(({ name, icon }) => (
                  <li key={name}>
                    <Link
                      className={nav.row}
                      href={pathOf({ teamId, settings: name })}
                      aria-current={name === current ? 'page' : undefined}
                    >
                      <Icon of={icon} />
                      <span className="cut">{settingsTexts.pages[name]}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </nav>
  );
}
interface SettingsNavProps {
  readonly shown: readonly SettingsPage[];
  readonly current: string | undefined;
  /** The phone's own page. */
  readonly isPage?: boolean;
}
