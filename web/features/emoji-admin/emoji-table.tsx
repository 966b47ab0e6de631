import Ellipsis from 'icon:ellipsis';
import { useDeferredValue, useState } from 'react';
import { mayChangeEmoji } from '../../../domain/permissions/permissions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { EmojiText } from '../emoji/emoji-text.tsx';
import { nameOf } from '../people/names.ts';
import { roleOf } from '../people/role.ts';
import { usePerson, useSelf } from '../people/use-people.ts';
import { FindBar } from '../settings/find-bar.tsx';
import { Nothing } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import table from '../settings/table.module.css';
import { useFirst } from '../settings/use-first.tsx';
import type { AskedEmoji } from './emoji-dialogs.tsx';
import css from './emoji-admin.module.css';
import type { CustomEmoji } from './read-all.ts';
import { emojiAdminTexts as texts } from './texts.ts';

/** Those that are looked for. */
export function EmojiTable({ all, onAsk }: EmojiTableProps) {
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query).trim().replaceAll(':', '').toLowerCase();
  const found = all.filter(({ name }) => name.includes(wanted));
  const { shown, more } = useFirst(found);
  return (
    <>
      <FindBar
        label={texts.find}
        hint={texts.findHint}
        query={query}
        onQuery={setQuery}
        count={texts.count(found.length)}
      />
      {found.length === 0 ? (
        <Nothing>{texts.noneFound}</Nothing>
      ) : (
        <table className={table.table}>
          <caption className="visually-hidden">{settingsTexts.pages.emoji}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.emoji}</th>
              <th scope="col">{texts.addedBy}</th>
              <th scope="col">{texts.since}</th>
              <th scope="col">
                <span className="visually-hidden">{texts.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <EmojiRow key={one.name} emoji={one} onAsk={onAsk} />
            ))}
          </tbody>
        </table>
      )}
      {more}
    </>
  );
}
interface EmojiTableProps {
  readonly all: readonly CustomEmoji[];
  readonly onAsk: (asked: AskedEmoji) => void;
}

function EmojiRow({ emoji, onAsk }: { emoji: CustomEmoji; onAsk: (asked: AskedEmoji) => void }) {
  const creator = usePerson(emoji.creator);
  const { name, url, aliasFor, created } = emoji;
  return (
    <tr>
      <th scope="row">
        <span className={css.emoji}>
          <span className={css.picture}>
            {url === '' ? (
              <EmojiText text={`:${aliasFor ?? name}:`} />
            ) : (
              <img src={url} alt="" loading="lazy" decoding="async" />
            )}
          </span>
          <span className="cut">
            <span className={table.main}>{`:${name}:`}</span>
            {aliasFor === undefined ? null : <span className={table.under}>{texts.standsFor(aliasFor)}</span>}
          </span>
        </span>
      </th>
      <td data-label={texts.addedBy}>
        <bdi>{nameOf(creator)}</bdi>
      </td>
      <td data-label={texts.since}>
        <time dateTime={new Date(created * 1_000).toISOString()}>{texts.day(created)}</time>
      </td>
      <td className={table.end}>
        <More emoji={emoji} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function More({ emoji, onAsk }: { emoji: CustomEmoji; onAsk: (asked: AskedEmoji) => void }) {
  const self = useSelf();
  const [anchor, setAnchor] = useState<Element>();
  const { name, aliasFor, creator } = emoji;
  const mayChange = mayChangeEmoji({ userId: self.id, role: roleOf(self) }, creator);
  const items: MenuItem[] = [
    { kind: 'action', label: texts.alias, onSelect: () => onAsk({ kind: 'alias', of: aliasFor ?? name }) },
    ...(mayChange
      ? ([
          { kind: 'action', label: texts.rename, onSelect: () => onAsk({ kind: 'rename', name }) },
          {
            kind: 'action',
            label: texts.remove,
            isDangerous: true,
            onSelect: () => onAsk({ kind: 'remove', name }),
          },
        ] as const)
      : []),
  ];
  return (
    <>
      <IconButton
        icon={Ellipsis}
        label={texts.more(name)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
      />
      {anchor === undefined ? null : (
        <Menu
          anchor={anchor}
          label={texts.more(name)}
          items={items}
          placement={{ side: 'below', align: 'end' }}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}
