import { listAt, numberAt } from './fields.ts';
import type { Fields } from './fields.ts';

export interface ListNode {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly depth: number;
  /** It stands in a quote. */
  readonly isQuoted: boolean;
  /** How many numbers come before its first. */
  readonly offset: number;
  readonly items: ListItem[];
}
interface ListItem {
  readonly elements: readonly Fields[];
  readonly lists: ListNode[];
}
type Part = ListNode | { readonly kind: 'other'; readonly element: Fields };

const depthMax = 8;

/** Slack's word for a bar at the beginning of the lines, as a quote has it. */
export const hasBorder = (element: Fields): boolean => element.border === 1;

/**
 * Slack writes a nested list as lists one after the other, each with its indent. Here what is indented further lies
 * within the last item before it, as a list within a list does in a page.
 */
export function nestLists(elements: readonly Fields[]): Part[] {
  const parts: Part[] = [];
  let open: ListNode[] = [];
  for (const element of elements) {
    if (element.type !== 'rich_text_list') {
      open = [];
      parts.push({ kind: 'other', element });
      continue;
    }
    const depth = Math.max(0, Math.min(numberAt(element, 'indent') ?? 0, depthMax));
    const isOrdered = element.style === 'ordered';
    const isQuoted = hasBorder(element);
    open = open.filter(
      (list) =>
        list.isQuoted === isQuoted &&
        (list.depth < depth || (list.depth === depth && list.isOrdered === isOrdered)),
    );
    const same = open.find((list) => list.depth === depth);
    const items = listAt(element, 'elements').map((item): ListItem => ({
      elements: listAt(item, 'elements'),
      lists: [],
    }));
    if (same !== undefined) {
      same.items.push(...items);
      continue;
    }
    const made: ListNode = {
      kind: 'list',
      isOrdered,
      depth,
      isQuoted,
      offset: numberAt(element, 'offset') ?? 0,
      items,
    };
    const within = open.at(-1)?.items.at(-1);
    if (within === undefined) parts.push(made);
    else within.lists.push(made);
    open.push(made);
  }
  return parts;
}
