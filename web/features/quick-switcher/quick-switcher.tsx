import { useStore } from '@nanostores/react';
import Search from 'icon:search';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { closeLayer, openLayer } from '../../app/layers.ts';
import { usePlace, visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Act } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.ts';
import { channelProblem } from '../channels/texts.ts';
import { useSelf } from '../people/use-people.ts';
import { findPlaces } from './find-places.ts';
import type { Hit } from './find-places.ts';
import { HitRow } from './hit-row.tsx';
import css from './quick-switcher.module.css';
import { switcherTexts } from './texts.ts';

/** Cmd/Ctrl-K: a few letters and Enter. */
export function QuickSwitcher() {
  const workspace = useWorkspace();
  const lines = useStore(workspace.channels.$lines);
  const { is_restricted: isGuest } = useSelf();
  const from = usePlace()?.channelId;
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const typed = useDeferredValue(query);
  const groups = useMemo(
    () => findPlaces(workspace, typed, from),
    // Read through the workspace.
    [workspace, typed, from, lines],
  );
  const hits = groups.flatMap((group) => group.hits);
  const at = Math.min(active, Math.max(0, hits.length - 1));
  const chosen = hits[at];
  const go = async (hit: Hit): Promise<void> => {
    closeLayer();
    const { teamId } = workspace;
    if (hit.kind === 'channel') {
      visit({ teamId, channelId: hit.line.id });
      return;
    }
    const opened = await workspace.channels.openDirect([hit.user.id]);
    if (opened.ok) visit({ teamId, channelId: opened.channel.id });
    else toast(channelProblem(opened.error));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp')
      setActive((at + (key === 'ArrowDown' ? 1 : -1) + hits.length) % Math.max(1, hits.length));
    else if (key === 'Enter') {
      if (chosen !== undefined) void go(chosen);
    } else return;
    event.preventDefault();
  };
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`${id}-${chosen.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);
  return (
    <Dialog title={switcherTexts.title} isBare onClose={closeLayer} className={css.switcher}>
      <label className={css.field}>
        <Icon of={Search} size={18} />
        <input
          data-autofocus
          role="combobox"
          aria-label={switcherTexts.label}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.key}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={switcherTexts.hint}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={`${id}-hits`} className={css.hits} role="listbox" aria-label={switcherTexts.results}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
            <p className={css.group} id={`${id}-${group.name}`} role="presentation">
              {switcherTexts[group.name]}
            </p>
            {group.hits.map((hit) => (
              <HitRow
                key={hit.key}
                id={`${id}-${hit.key}`}
                hit={hit}
                isActive={hit === chosen}
                onHover={() => setActive(hits.indexOf(hit))}
                onPick={() => void go(hit)}
              />
            ))}
          </div>
        ))}
      </div>
      {hits.length === 0 ? (
        <p className={css.nothing}>
          {switcherTexts.nothing(typed)}{' '}
          {isGuest ? null : (
            <Act onClick={() => openLayer({ kind: 'browse-channels' })}>{switcherTexts.browse}</Act>
          )}
        </p>
      ) : null}
      <footer className={css.foot} aria-hidden>
        <span>
          <kbd>↑↓</kbd>
          {switcherTexts.move}
        </span>
        <span>
          <kbd>↵</kbd>
          {switcherTexts.open}
        </span>
        <span>
          <kbd>esc</kbd>
          {switcherTexts.close}
        </span>
      </footer>
    </Dialog>
  );
}
