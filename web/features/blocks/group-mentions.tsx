import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { useEffect } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';
import textCss from '../message/message-text.module.css';
import { blockTexts } from './texts.ts';

/** A group that rich text names by its id alone. */
export function UsergroupMention({ id }: { id: string }) {
  const workspace = useWorkspace();
  const { $handles, load } = handlesOf(workspace);
  const handles = useStore($handles);
  useEffect(load, [load]);
  return <span className={textCss.mention}>@{handles.get(id) ?? blockTexts.group}</span>;
}

export function TeamMention({ id }: { id: string }) {
  const team = useStore(useWorkspace().$team);
  return <span className={textCss.mention}>@{team?.id === id ? team.name : blockTexts.otherWorkspace}</span>;
}

interface Handles {
  readonly $handles: ReadableAtom<ReadonlyMap<string, string>>;
  readonly load: () => void;
}
const known = new WeakMap<Workspace, Handles>();

/** Read with the first group that is shown. */
function handlesOf(workspace: Workspace): Handles {
  const before = known.get(workspace);
  if (before !== undefined) return before;
  const $handles = atom<ReadonlyMap<string, string>>(new Map());
  let isAsked = false;
  const load = (): void => {
    if (isAsked) return;
    isAsked = true;
    void workspace.call('usergroups.list', { include_disabled: true }).then((answer) => {
      isAsked = answer.ok;
      if (answer.ok) $handles.set(new Map(answer.usergroups.map(({ id, handle }) => [id, handle])));
    });
  };
  const made = { $handles, load };
  known.set(workspace, made);
  return made;
}
