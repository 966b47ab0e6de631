import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { isChannelId } from '../../../protocol/ids.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { GuestChannels } from '../inviting/guest-channels.tsx';
import { useSelf } from '../people/use-people.ts';
import { Confirm } from '../settings/confirm.tsx';
import type { Change } from './change-people.ts';
import { LoadedView } from '../settings/loaded-view.tsx';
import { useLoaded } from '../settings/use-loaded.ts';
import { peopleTexts } from './texts.ts';
import { calledAs } from './use-change.ts';

/** What is asked about before it is done: what cannot be taken back alone, and which channels a guest sees. */
export interface Asked {
  readonly kind: 'owner' | 'step-down' | 'deactivate' | 'guest';
  readonly users: readonly User[];
  /** With `step-down`: to what. */
  readonly to?: 'admin' | 'member';
}

export function ChangeDialog({ asked, onYes, onClose }: ChangeDialogProps) {
  const self = useSelf();
  const { users, kind, to = 'member' } = asked;
  const who = calledAs(users);
  const close = { onClose, no: peopleTexts.cancel };
  const yes = (change: Change) => (): Promise<undefined> => {
    // The dialog closes at once: progress and refusals are shown on the page.
    onYes(users, change);
    return Promise.resolve(undefined);
  };
  switch (kind) {
    case 'owner':
      return (
        <Confirm
          {...close}
          title={peopleTexts.ownerTitle(who)}
          yes={peopleTexts.ownerYes}
          onYes={yes({ kind })}
        >
          <p>{peopleTexts.ownerLede}</p>
        </Confirm>
      );
    case 'step-down':
      return (
        <Confirm
          {...close}
          danger
          title={peopleTexts.stepDownTitle(peopleTexts.kindOf[to].toLowerCase())}
          yes={peopleTexts.stepDownYes}
          onYes={yes({ kind: to })}
        >
          <p>{peopleTexts.stepDownLede}</p>
        </Confirm>
      );
    case 'deactivate':
      return (
        <Confirm
          {...close}
          danger
          title={peopleTexts.deactivateTitle(who)}
          yes={peopleTexts.deactivate}
          onYes={yes({ kind })}
        >
          <p>
            {users.some(({ id }) => id === self.id) ? peopleTexts.deactivateSelf : peopleTexts.deactivateLede}
          </p>
        </Confirm>
      );
    case 'guest':
      return <GuestDialog users={users} onYes={onYes} onClose={onClose} />;
  }
}
interface ChangeDialogProps {
  readonly asked: Asked;
  readonly onYes: (users: readonly User[], change: Change) => void;
  readonly onClose: () => void;
}

function GuestDialog({ users, onYes, onClose }: Omit<ChangeDialogProps, 'asked'> & Pick<Asked, 'users'>) {
  const { known, reload, setPicked } = useGuestChannels(users);
  const isGuest = users.every((user) => user.is_restricted);
  return (
    <Confirm
      title={peopleTexts.guestTitle(calledAs(users))}
      yes={isGuest ? peopleTexts.guestChange : peopleTexts.guestYes}
      no={peopleTexts.cancel}
      onClose={onClose}
      onYes={() => {
        if (known.state !== 'ready') return Promise.resolve(peopleTexts.guestUnknown);
        const { picked } = known.value;
        if (picked.length === 0) return Promise.resolve(peopleTexts.guestNeedsOne);
        onYes(users, { kind: 'guest', channelIds: picked });
        return Promise.resolve(undefined);
      }}
    >
      <p>{peopleTexts.guestLede}</p>
      <LoadedView loaded={known} reload={reload}>
        {({ picked, others }) => (
          <>
            <GuestChannels picked={picked} onChange={setPicked} />
            {others === 0 ? null : <p>{peopleTexts.guestOthers(others)}</p>}
          </>
        )}
      </LoadedView>
    </Confirm>
  );
}

/** Begins with what one guest sees already, as far as one is in it oneself; until that is known nothing is ticked. */
function useGuestChannels(users: readonly User[]) {
  const { call, channels } = useWorkspace();
  const [changed, setChanged] = useState<readonly ChannelId[]>();
  const [one] = users;
  const guest = users.length === 1 && one?.is_restricted === true ? one.id : undefined;
  const { loaded, reload } = useLoaded(guest ?? '', async () => {
    if (guest === undefined) return { ok: true, value: { picked: [], others: 0 } };
    const answer = await call('users.conversations', {
      user: guest,
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 999,
    });
    if (!answer.ok) return answer;
    const own = new Set(channels.$ids.get());
    const ids = answer.channels.map(({ id }) => id).filter((id) => isChannelId(id));
    const picked: readonly ChannelId[] = ids.filter((id) => own.has(id));
    return { ok: true, value: { picked, others: ids.length - picked.length } };
  });
  const known: typeof loaded =
    loaded.state === 'ready'
      ? { state: 'ready', value: { ...loaded.value, picked: changed ?? loaded.value.picked } }
      : loaded;
  return { known, reload, setPicked: setChanged };
}
