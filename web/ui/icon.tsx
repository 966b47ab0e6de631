import { createElement } from 'react';
import type shapes from 'icon:hash';

/** A picture of lucide's, as data: its own components would carry a runtime that nothing here needs. */
export type Glyph = typeof shapes;
/** 16 beside text, 18 alone, 20 in the bottom bar; 12 and 14 for chevrons and marks. */
export type IconSize = 12 | 14 | 16 | 18 | 20;

/** A picture says nothing by itself: whatever holds it has the words. */
export const Icon = ({ of: glyph, size = 16, className }: IconProps) => (
  <svg
    className={className}
    style={{ flex: 'none' }}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={size === 12 ? 2.25 : 1.75}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    {glyph.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
  </svg>
);
interface IconProps {
  readonly of: Glyph;
  readonly size?: IconSize;
  readonly className?: string | undefined;
}
