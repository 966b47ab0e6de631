/** ↑ and ↓ go from message to message once the list has the focus; Home and End scroll as they always do. */
export function moveAmongRows(list: HTMLElement | null, key: string): boolean {
  if (list === null || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  const active = document.activeElement;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  if (!(active instanceof HTMLElement) || !list.contains(active)) return focus(rows.findLast(isSeenIn(list)));
  if (active === list)
    return focus(key === 'ArrowUp' ? rows.findLast(isSeenIn(list)) : rows.find(isSeenIn(list)));
  // In a row's own controls the arrows are theirs.
  if (active.dataset['row'] === undefined) return false;
  const next = rows[rows.indexOf(active) + (key === 'ArrowUp' ? -1 : 1)];
  return focus(next);
}

function focus(row: HTMLElement | undefined): boolean {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return row !== undefined;
}

const isSeenIn = (list: HTMLElement) => {
  const { top, bottom } = list.getBoundingClientRect();
  return (row: HTMLElement): boolean => {
    const at = row.getBoundingClientRect();
    return at.bottom > top + 8 && at.top < bottom - 8;
  };
};
