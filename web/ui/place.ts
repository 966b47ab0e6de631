export interface Placement {
  readonly side: 'above' | 'below';
  readonly align: 'start' | 'center' | 'end';
  readonly gap?: number;
}
const margin = 8;

/** Puts a fixed element beside another, on the other side where there is no room, always within the window. */
export function place(floating: HTMLElement, target: Element, { side, align, gap = 4 }: Placement): void {
  const at = target.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { clientWidth: roomX, clientHeight: roomY } = document.documentElement;
  const isRtl = getComputedStyle(target).direction === 'rtl';
  const fitsBelow = at.bottom + gap + height + margin <= roomY;
  const fitsAbove = at.top - gap - height - margin >= 0;
  const goesBelow = side === 'below' ? fitsBelow || !fitsAbove : !fitsAbove && fitsBelow;
  const top = goesBelow ? at.bottom + gap : at.top - gap - height;
  const toLeft =
    align === 'center'
      ? at.left + (at.width - width) / 2
      : (align === 'start') === isRtl
        ? at.right - width
        : at.left;
  floating.style.top = `${clamp(top, margin, roomY - height - margin)}px`;
  floating.style.left = `${clamp(toLeft, margin, roomX - width - margin)}px`;
}

const clamp = (value: number, least: number, most: number): number =>
  Math.round(Math.max(least, Math.min(value, Math.max(least, most))));
