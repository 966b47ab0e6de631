import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { groupsOf } from '../groups/known-groups.ts';
import textCss from '../message/message-text.module.css';
import { blockTexts } from './texts.ts';

/** A group that rich text names by its id alone. */
export function UsergroupMention({ id }: { id: string }) {
  const { $groups, load } = groupsOf(useWorkspace());
  const group = useStore($groups).find((one) => one.id === id);
  useEffect(load, [load]);
  return <span className={textCss.mention}>@{group?.handle ?? blockTexts.group}</span>;
}

export function TeamMention({ id }: { id: string }) {
  const team = useStore(useWorkspace().$team);
  return <span className={textCss.mention}>@{team?.id === id ? team.name : blockTexts.otherWorkspace}</span>;
}
