import { useStore } from '@nanostores/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { Popover } from '../../ui/popover.tsx';
import { $allEmoji, characterOf, loadEmoji } from './emoji.ts';
import type { AllEmoji } from './emoji.ts';
import css from './emoji-picker.module.css';
import { gridOf } from './emoji-grid.ts';
import { EmojiPicture } from './emoji-picture.tsx';
import { $picker } from './picker-state.ts';
import { $skinTone } from './skin-tone.ts';
import { emojiTexts } from './texts.ts';
import { TonePicker } from './tone-picker.tsx';
import { withCustom } from './with-custom.ts';

const rowPx = 36;
export const columns = 9;

/** All emoji, found by name; only the rows that are seen are in the page. */
export function EmojiPicker() {
  const asked = useStore($picker);
  if (asked === undefined) return null;
  const close = (): void => $picker.set(undefined);
  return (
    <Popover
      anchor={asked.anchor}
      onClose={close}
      label={emojiTexts.picker}
      className={css.picker}
      placement={{ side: 'above', align: 'end' }}
    >
      <Grid
        onPick={(name) => {
          close();
          asked.onPick(name);
        }}
      />
    </Popover>
  );
}

function Grid({ onPick }: { onPick: (name: string) => void }) {
  const { preferences, $customEmoji } = useWorkspace();
  const recent = useStore(preferences.$recentEmoji);
  const custom = useStore($customEmoji);
  const standard = useStore($allEmoji);
  const all = useMemo(() => standard && withCustom(standard, custom), [standard, custom]);
  const tone = useStore($skinTone);
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => void loadEmoji(), []);
  const rows = useMemo(() => gridOf(all, query, recent, tone, columns), [all, query, recent, tone]);
  const names = useMemo(() => rows.flatMap((row) => (row.kind === 'emoji' ? row.names : [])), [rows]);
  const at = Math.min(active, Math.max(0, names.length - 1));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 4,
  });
  const select = (index: number): void => {
    const next = Math.max(0, Math.min(index, names.length - 1));
    setActive(next);
    const row = rows.findIndex(
      (one) => one.kind === 'emoji' && one.from <= next && next < one.from + one.names.length,
    );
    if (row !== -1) virtualizer.scrollToIndex(row, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const step = steps[event.key];
    const isWithinText =
      query !== '' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && at === 0;
    if (step !== undefined && !isWithinText) select(at + step);
    else if (event.key === 'Enter' && names[at] !== undefined) onPick(names[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css.head}>
        <input
          data-autofocus
          className={css.find}
          role="combobox"
          aria-label={emojiTexts.find}
          aria-expanded={names.length > 0}
          aria-controls={`${id}-grid`}
          aria-autocomplete="list"
          aria-activedescendant={names[at] === undefined ? undefined : `${id}-${at}`}
          placeholder={emojiTexts.find}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <TonePicker />
      </div>
      <div
        ref={scroller}
        id={`${id}-grid`}
        className={css.scroller}
        role="listbox"
        aria-label={emojiTexts.picker}
      >
        <div className={css.sizer} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={index}
                className={css.row}
                role="presentation"
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'title' ? (
                  <p className={css.title}>{row.title}</p>
                ) : (
                  row.names.map((name, place) => (
                    <span
                      key={name}
                      id={`${id}-${row.from + place}`}
                      role="option"
                      aria-selected={row.from + place === at}
                      aria-label={name.replaceAll('_', ' ')}
                      title={`:${name}:`}
                      className={classes(css.emoji, row.from + place === at && css.active)}
                      onPointerMove={() => setActive(row.from + place)}
                      onClick={() => onPick(name)}
                    >
                      <Cell name={name} all={all} />
                    </span>
                  ))
                )}
              </div>
            );
          })}
        </div>
      </div>
      <p className={css.foot} role="status">
        {names[at] === undefined ? (query === '' ? '' : emojiTexts.nothing(query)) : `:${names[at]}:`}
      </p>
    </>
  );
}

function Cell({ name, all }: { name: string; all: AllEmoji | undefined }) {
  const url = all?.byName.get(name)?.url;
  return url === undefined ? characterOf(name, all) : <EmojiPicture name={name} url={url} />;
}
