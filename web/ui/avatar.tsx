import Bot from 'icon:bot';
import css from './avatar.module.css';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { isOurs } from './our-picture.ts';

export type AvatarSize = 20 | 28 | 36 | 48 | 72;
const sizes: Readonly<Record<AvatarSize, string | undefined>> = {
  20: css.s20,
  28: css.s28,
  36: undefined,
  48: css.s48,
  72: css.s72,
};
const hues = 8;

/** A quiet squircle: a picture where there is one, else initials in a hue that the id decides. */
export function Avatar({ id, name, image, size = 36, kind = 'person' }: AvatarProps) {
  const className = classes(css.avatar, sizes[size], kind === 'bot' && css.bot);
  if (isOurs(image)) return <img className={className} src={image} alt="" loading="lazy" decoding="async" />;
  return (
    <span className={className} data-hue={hueOf(id)} aria-hidden>
      {kind === 'bot' ? (
        <Icon of={Bot} size={size === 20 ? 12 : 16} />
      ) : (
        initialsOf(name, size === 20 ? 1 : 2)
      )}
    </span>
  );
}
interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly image?: string | undefined;
  readonly size?: AvatarSize;
  readonly kind?: 'person' | 'bot';
}

/** A group of people, by their number. */
export const GroupAvatar = ({ count }: { count: number }) => (
  <span className={classes(css.avatar, css.s20, css.group)} aria-hidden>
    {count}
  </span>
);

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % hues;
}

/** By whole characters as people see them: first and last word. */
function initialsOf(name: string, count: number): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const picked = count === 1 || words.length < 2 ? words.slice(0, 1) : [words[0] ?? '', words.at(-1) ?? ''];
  return picked
    .map((word) => [...word].find((part) => /\p{L}|\p{N}/u.test(part)) ?? '')
    .join('')
    .toLocaleUpperCase();
}
