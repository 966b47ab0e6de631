import { useStore } from '@nanostores/react';
import ArrowDown from 'icon:arrow-down';
import ArrowUp from 'icon:arrow-up';
import X from 'icon:x';
import { nanoid } from 'nanoid';
import { useState } from 'react';
import type { Section } from '../../../protocol/preferences.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.ts';
import { wish } from '../preferences/wish.ts';
import { Nothing } from '../settings/page-frame.tsx';
import { shifted, withName, withoutSection, withSection } from './arrange.ts';
import css from './sections.module.css';
import { sectionTexts as texts } from './texts.ts';

/** Makes, names, orders and removes one's own sections; what is in them stays where it is. */
export function SectionList() {
  const workspace = useWorkspace();
  const { sections = [] } = useStore(workspace.$wishes);
  const [name, setName] = useState('');
  const set = async (changed: Section[]): Promise<void> => {
    const problem = await wish(workspace, { sections: changed });
    if (problem !== undefined) toast(problem);
  };
  return (
    <>
      {sections.length === 0 ? (
        <Nothing>{texts.none}</Nothing>
      ) : (
        <ol className={css.list}>
          {sections.map((section, index) => (
            <li key={section.id}>
              <SectionName
                section={section}
                onName={(next) => void set(withName(sections, section.id, next))}
              />
              <span className={css.count}>{texts.count(section.channels.length)}</span>
              <IconButton
                icon={ArrowUp}
                size={16}
                label={texts.up(section.name)}
                disabled={index === 0}
                onClick={() => void set(shifted(sections, section.id, -1))}
              />
              <IconButton
                icon={ArrowDown}
                size={16}
                label={texts.down(section.name)}
                disabled={index === sections.length - 1}
                onClick={() => void set(shifted(sections, section.id, 1))}
              />
              <IconButton
                icon={X}
                size={16}
                label={texts.remove(section.name)}
                onClick={() => void set(withoutSection(sections, section.id))}
              />
            </li>
          ))}
        </ol>
      )}
      <form
        className={css.make}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          void set(withSection(sections, { id: nanoid(12), name }));
          setName('');
        }}
      >
        <Field
          label={texts.name}
          placeholder={texts.nameHint}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{texts.make}</Button>
      </form>
    </>
  );
}

/** Named anew when the field is left or by Enter; empty, it keeps its name. */
function SectionName({ section, onName }: { section: Section; onName: (name: string) => void }) {
  const [changed, setChanged] = useState<string>();
  const save = (): void => {
    if (changed !== undefined && changed.trim() !== '' && changed.trim() !== section.name) onName(changed);
    setChanged(undefined);
  };
  return (
    <input
      className={css.name}
      aria-label={texts.nameOf(section.name)}
      value={changed ?? section.name}
      maxLength={80}
      autoComplete="off"
      onChange={(event) => setChanged(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setChanged(undefined);
      }}
    />
  );
}
