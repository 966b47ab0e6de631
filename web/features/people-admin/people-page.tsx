import { useStore } from '@nanostores/react';
import Search from 'icon:search';
import UserPlus from 'icon:user-plus';
import { useDeferredValue, useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { openLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import { AccessDialog } from '../access/access-dialog.tsx';
import { useMayInvite } from '../inviting/use-may-invite.ts';
import { useSelf } from '../people/use-people.ts';
import { Nothing, PageFrame } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import { ChangeDialog } from './change-dialogs.tsx';
import type { Asked } from './change-dialogs.tsx';
import { findPeople, kinds, states } from './find-people.ts';
import type { Wanted } from './find-people.ts';
import css from './people.module.css';
import type { Wish } from './people-row.tsx';
import { PeopleTable } from './people-table.tsx';
import { Refusals } from './refusals.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { choicesFor } from './standing.ts';
import { peopleTexts } from './texts.ts';
import { useChange } from './use-change.ts';

const everybodyWanted: Wanted = { query: '', kind: 'all', state: 'all' };

/** Everybody of the workspace, and what one's own role may change about them. */
export function PeoplePage() {
  const { people } = useWorkspace();
  const everybody = useStore(people.$all);
  const isLoaded = useStore(people.$isLoaded);
  const self = useSelf();
  const mayInvite = useMayInvite();
  const [wanted, setWanted] = useState(everybodyWanted);
  const found = findPeople(everybody, useDeferredValue(wanted));
  const [picks, setPicks] = useState<ReadonlySet<UserId>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const [accessOf, setAccessOf] = useState<User>();
  const { apply, progress, refused, forget } = useChange();
  const picked = everybody
    .filter(({ id }) => picks.has(id))
    .map((user) => ({ user, choices: choicesFor(self, user, everybody) }));

  const wish = (what: Wish, users: readonly User[]): void => {
    const [one] = users;
    if (what === 'access') setAccessOf(one);
    else if (what === 'owner' || what === 'deactivate' || what === 'guest') setAsked({ kind: what, users });
    else if (what !== 'reactivate' && users.some(({ id }) => id === self.id))
      setAsked({ kind: 'step-down', users, to: what });
    else void apply(users, { kind: what });
  };

  return (
    <PageFrame
      title={settingsTexts.pages.people}
      tools={
        mayInvite ? (
          <Button look="main" onClick={() => openLayer({ kind: 'invite-people' })}>
            <Icon of={UserPlus} />
            {peopleTexts.invite}
          </Button>
        ) : null
      }
    >
      <Filter wanted={wanted} onChange={setWanted}>
        {peopleTexts.count(found.length, everybody.length)}
      </Filter>
      {refused === undefined ? null : <Refusals {...refused} onClose={forget} />}
      {!isLoaded ? (
        <MessageSkeleton rows={8} label={settingsTexts.loading} />
      ) : found.length === 0 ? (
        <Nothing>
          {peopleTexts.none}{' '}
          <Button look="quiet" onClick={() => setWanted(everybodyWanted)}>
            {peopleTexts.clear}
          </Button>
        </Nothing>
      ) : (
        <PeopleTable users={found} everybody={everybody} picks={picks} onPicks={setPicks} onWish={wish} />
      )}
      {isLoaded && everybody.filter((user) => !user.is_bot).length < 2 ? (
        <Nothing>{peopleTexts.alone}</Nothing>
      ) : null}
      {picked.length === 0 ? null : (
        <SelectionBar picked={picked} progress={progress} onWish={wish} onClear={() => setPicks(new Set())} />
      )}
      {asked === undefined ? null : (
        <ChangeDialog
          asked={asked}
          onClose={() => setAsked(undefined)}
          onYes={(users, change) => void apply(users, change)}
        />
      )}
      {accessOf === undefined ? null : (
        <AccessDialog user={accessOf} onClose={() => setAccessOf(undefined)} />
      )}
    </PageFrame>
  );
}

function Filter({ wanted, onChange, children }: FilterProps) {
  return (
    <search className={css.filter}>
      <Field
        type="search"
        label={peopleTexts.find}
        placeholder={peopleTexts.findHint}
        lead={<Icon of={Search} />}
        value={wanted.query}
        onChange={(event) => onChange({ ...wanted, query: event.target.value })}
      />
      <Choice
        label={peopleTexts.role}
        value={wanted.kind}
        onChange={(event) => {
          const kind = kinds.find((one) => one === event.target.value) ?? 'all';
          onChange({ ...wanted, kind });
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {peopleTexts.kinds[kind]}
          </option>
        ))}
      </Choice>
      <Choice
        label={peopleTexts.state}
        value={wanted.state}
        onChange={(event) => {
          const state = states.find((one) => one === event.target.value) ?? 'all';
          onChange({ ...wanted, state });
        }}
      >
        {states.map((state) => (
          <option key={state} value={state}>
            {peopleTexts.states[state]}
          </option>
        ))}
      </Choice>
      <p className={css.count} role="status">
        {children}
      </p>
    </search>
  );
}
interface FilterProps {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
  readonly children: string;
}
