import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import ChevronDown from 'icon:chevron-down';
import { Suspense, useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './navigation.module.css';

const WorkspaceMenuItems = later(() => import('./workspace-menu-items.tsx'), 'WorkspaceMenuItems');

/** The workspace's name opens its menu. */
export function WorkspaceMenu() {
  const team = useStore(useWorkspace().$team);
  const name = team?.name ?? '';
  const [anchor, setAnchor] = useState<Element>();
  return (
    <>
      <button
        type="button"
        className={css.workspace}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
      >
        {team?.icon.image_default === false ? (
          <img className={css.icon} src={team.icon.image_68} alt="" />
        ) : null}
        <span className="cut" dir="auto">
          {name}
        </span>
        <Icon of={ChevronDown} size={14} />
      </button>
      <Suspense>
        {anchor === undefined ? null : (
          <WorkspaceMenuItems anchor={anchor} name={name} onClose={() => setAnchor(undefined)} />
        )}
      </Suspense>
    </>
  );
}
