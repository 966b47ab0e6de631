/** A pane says where its focus goes: `data-pane` on it, `data-pane-focus` on what takes it. */
export function focusNextPane(step: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  );
  if (panes.length === 0) return false;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % panes.length];
  if (next === undefined) return false;
  const target =
    next.querySelector<HTMLElement>('[aria-current="page"]') ??
    next.querySelector<HTMLElement>('[data-pane-focus]') ??
    next.querySelector<HTMLElement>('a, button, [tabindex="0"]');
  target?.focus();
  return true;
}
