import { useStore } from '@nanostores/react';
import { useDeferredValue, useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { $card } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import { EmojiText } from '../emoji/emoji-text.tsx';
import { kindOf } from '../people-admin/find-people.ts';
import { nameOf, secondNameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { FindBar } from '../settings/find-bar.tsx';
import { Nothing, PageFrame } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import table from '../settings/table.module.css';
import { useFirst } from '../settings/use-first.tsx';
import { clockIn } from '../profile/clock-in.ts';
import css from './directory.module.css';
import { findInDirectory } from './find.ts';
import { directoryTexts as texts } from './texts.ts';

/** Who is here, for everybody: a press opens their card, from which one writes to them. */
export function DirectoryPage() {
  const { people } = useWorkspace();
  const everybody = useStore(people.$all);
  const isLoaded = useStore(people.$isLoaded);
  const [query, setQuery] = useState('');
  const found = findInDirectory(everybody, useDeferredValue(query));
  const { shown, more } = useFirst(found);
  return (
    <PageFrame title={settingsTexts.pages.directory}>
      <FindBar
        label={texts.find}
        hint={texts.findHint}
        query={query}
        onQuery={setQuery}
        count={texts.count(found.length)}
      />
      {!isLoaded ? (
        <MessageSkeleton rows={8} label={settingsTexts.loading} />
      ) : found.length === 0 ? (
        <Nothing>{texts.none}</Nothing>
      ) : (
        <table className={table.table}>
          <caption className="visually-hidden">{settingsTexts.pages.directory}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.does}</th>
              <th scope="col">{texts.status}</th>
              <th scope="col">{texts.time}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((user) => (
              <Row key={user.id} user={user} />
            ))}
          </tbody>
        </table>
      )}
      {more}
    </PageFrame>
  );
}

function Row({ user }: { user: User }) {
  const { profile } = user;
  const name = nameOf(user);
  const status = `${profile.status_emoji} ${profile.status_text}`.trim();
  const under = [texts.kinds[kindOf(user)], secondNameOf(user)].filter(Boolean).join(' · ');
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={css.person}
          onClick={(event) => $card.set({ userId: user.id, anchor: event.currentTarget })}
        >
          <UserAvatar id={user.id} user={user} />
          <span className="cut">
            <b className={table.main}>
              <bdi>{name}</bdi>
            </b>
            {under === '' ? null : <span className={table.under}>{under}</span>}
          </span>
        </button>
      </th>
      <td data-label={texts.does} className={css.words} dir="auto">
        {profile.title}
      </td>
      <td data-label={texts.status} className={css.words} dir="auto">
        {status === '' ? null : <EmojiText text={status} />}
      </td>
      <td data-label={texts.time}>{user.is_bot ? '' : clockIn(user.tz)}</td>
    </tr>
  );
}
