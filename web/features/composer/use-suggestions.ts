import { useStore } from '@nanostores/react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { $allEmoji } from '../emoji/emoji.ts';
import { groupsOf } from '../groups/known-groups.ts';
import type { Suggestion } from './suggest.ts';
import type { Tools } from './use-tools.ts';

/** The list under the caret: what is in it, which one is chosen, and what keys do while it is open. */
export function useSuggestions({ channelId, text, hasCommands, tools }: SuggestionsOf) {
  const workspace = useWorkspace();
  const emoji = useStore($allEmoji);
  const groups = useStore(groupsOf(workspace).$groups);
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number>();
  const trigger = useMemo(
    () => (caret === undefined || caret > text.length ? undefined : tools?.triggering.triggerAt(text, caret)),
    [text, caret, tools],
  );
  const isOpen =
    trigger !== undefined && trigger.from !== dismissed && (hasCommands || trigger.kind !== 'command');
  const items = useMemo(
    () => (isOpen && tools !== undefined ? tools.suggesting.suggest(workspace, channelId, trigger) : []),
    // The emoji come later than the first colon, the groups than the first @.
    [isOpen, trigger, tools, workspace, channelId, emoji, groups],
  );
  const at = Math.min(active, Math.max(0, items.length - 1));

  const pick = (field: HTMLTextAreaElement, item: Suggestion): void => {
    if (trigger === undefined || tools === undefined) return;
    const insert = tools.suggesting.insertOf(item, workspace);
    const end = trigger.from + insert.length;
    const change = { from: trigger.from, to: field.selectionStart, insert };
    tools.format.apply(field, { ...change, selectStart: end, selectEnd: end });
    setCaret(undefined);
  };

  /** Whether the key was for the list. */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const item = items[at];
    if (item === undefined) return false;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      setActive((at + (key === 'ArrowDown' ? 1 : -1) + items.length) % items.length);
    } else if ((key === 'Enter' || key === 'Tab') && !event.shiftKey) {
      // A command that is there whole is sent, not written again.
      if (item.kind === 'command' && text === item.insert.trim() && key === 'Enter') return false;
      pick(event.currentTarget, item);
    } else if (key === 'Escape') {
      setDismissed(trigger?.from);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const follow = (field: HTMLTextAreaElement): void => {
    const next = field.selectionStart === field.selectionEnd ? field.selectionStart : undefined;
    if (next !== caret) setActive(0);
    setCaret(next);
    if (next === undefined || tools?.triggering.triggerAt(field.value, next) === undefined)
      setDismissed(undefined);
  };
  const close = (): void => setCaret(undefined);
  return { items, active: at, setActive, pick, onKeyDown, follow, close, kind: trigger?.kind };
}
interface SuggestionsOf {
  readonly channelId: ChannelId;
  readonly text: string;
  readonly hasCommands: boolean;
  readonly tools: Tools | undefined;
}
