import Hash from 'icon:hash';
import Lock from 'icon:lock';
import { Fragment } from 'react';
import { isUnread } from '../../app/channel-order.ts';
import { classes } from '../../ui/classes.ts';
import { Count } from '../../ui/count.tsx';
import { GroupAvatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PersonAvatar, UserAvatar } from '../people/person-avatar.tsx';
import { useSelf } from '../people/use-people.ts';
import { aboutPerson } from './find-places.ts';
import type { Hit } from './find-places.ts';
import css from './quick-switcher.module.css';
import { switcherTexts } from './texts.ts';

export const HitRow = ({ id, hit, isActive, onHover, onPick }: HitRowProps) => (
  <div
    id={id}
    role="option"
    aria-selected={isActive}
    className={classes(
      css.hit,
      isActive && css.active,
      hit.kind === 'channel' && isUnread(hit.line) && css.unread,
    )}
    onPointerMove={onHover}
    onMouseDown={(event) => {
      event.preventDefault();
      onPick();
    }}
  >
    <span className={css.face}>
      <Face hit={hit} />
    </span>
    <bdi className="cut">
      <Marked text={hit.name} at={hit.at} />
    </bdi>
    {hit.kind === 'person' ? (
      <span className={classes(css.about, 'cut')}>{aboutPerson(hit.user)}</span>
    ) : null}
    {hit.kind === 'channel' && hit.line.mentions > 0 ? (
      <Count of={hit.line.mentions} what={switcherTexts.mentions} />
    ) : null}
  </div>
);
interface HitRowProps {
  readonly id: string;
  readonly hit: Hit;
  readonly isActive: boolean;
  readonly onHover: () => void;
  readonly onPick: () => void;
}

function Face({ hit }: { hit: Hit }) {
  const self = useSelf();
  if (hit.kind === 'person') return <UserAvatar id={hit.user.id} user={hit.user} size={20} />;
  const { kind, people } = hit.line;
  if (kind === 'public' || kind === 'private') return <Icon of={kind === 'private' ? Lock : Hash} />;
  const others = people.filter((one) => one !== self.id);
  return kind === 'group' ? (
    <GroupAvatar count={others.length} />
  ) : (
    <PersonAvatar userId={others[0] ?? self.id} size={20} />
  );
}

/** The letters that were found, marked. */
function Marked({ text, at }: { text: string; at: readonly number[] }) {
  const found = new Set(at);
  const runs: { text: string; isFound: boolean }[] = [];
  for (const [index, character] of [...text].entries()) {
    const isFound = found.has(index);
    const last = runs.at(-1);
    if (last?.isFound === isFound) last.text += character;
    else runs.push({ text: character, isFound });
  }
  return runs.map((run, index) => (
    <Fragment key={index}>{run.isFound ? <mark>{run.text}</mark> : run.text}</Fragment>
  ));
}
