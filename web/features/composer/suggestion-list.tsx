import AtSign from 'icon:at-sign';
import Hash from 'icon:hash';
import Lock from 'icon:lock';
import UsersRound from 'icon:users-round';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { nameOf, secondNameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { usePerson } from '../people/use-people.ts';
import { optionId } from './option-id.ts';
import type { Suggestion } from './suggest.ts';
import css from './suggestion-list.module.css';
import { composerTexts } from './texts.ts';

/** The listbox over the composer; the focus stays in the text. */
export const SuggestionList = ({ id, label, items, active, onHover, onPick }: SuggestionListProps) => (
  <ul id={id} className={css.list} role="listbox" aria-label={label}>
    {items.map((item, index) => (
      <li
        key={item.key}
        id={optionId(id, item.key)}
        role="option"
        aria-selected={index === active}
        className={classes(css.option, index === active && css.active)}
        onPointerMove={() => onHover(index)}
        onMouseDown={(event) => {
          event.preventDefault();
          onPick(item);
        }}
      >
        <Option item={item} />
      </li>
    ))}
  </ul>
);
interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Suggestion[];
  readonly active: number;
  readonly onHover: (index: number) => void;
  readonly onPick: (item: Suggestion) => void;
}

function Option({ item }: { item: Suggestion }) {
  switch (item.kind) {
    case 'person':
      return <Person item={item} />;
    case 'everybody':
      return <Plain icon={AtSign} name={item.key} about={item.about} />;
    case 'group':
      return <Plain icon={UsersRound} name={`@${item.key}`} about={item.about} />;
    case 'channel':
      return <Plain icon={item.isPrivate ? Lock : Hash} name={item.name} />;
    case 'emoji':
      return (
        <>
          <span className={css.glyph} aria-hidden>
            <EmojiGlyph name={item.name} />
          </span>
          <span className="cut">:{item.name}:</span>
        </>
      );
    case 'command':
      return (
        <>
          <b>/{item.key}</b>
          <span className={classes(css.about, 'cut')}>{item.about}</span>
        </>
      );
  }
}

function Person({ item }: { item: Extract<Suggestion, { kind: 'person' }> }) {
  const user = usePerson(item.user.id) ?? item.user;
  const second = secondNameOf(user);
  return (
    <>
      <UserAvatar id={user.id} user={user} size={20} />
      <b className="cut">
        <bdi>{nameOf(user)}</bdi>
      </b>
      {second === '' ? null : <span className={classes(css.second, 'cut')}>{second}</span>}
      {item.isOutside ? <span className={css.about}>{composerTexts.suggestions.notInChannel}</span> : null}
    </>
  );
}

const Plain = ({ icon, name, about }: { icon: typeof Hash; name: string; about?: string }) => (
  <>
    <span className={css.glyph}>
      <Icon of={icon} />
    </span>
    <b className="cut">{name}</b>
    {about === undefined ? null : <span className={classes(css.about, 'cut')}>{about}</span>}
  </>
);
