import { useStore } from '@nanostores/react';
import ContactRound from 'icon:contact-round';
import Keyboard from 'icon:keyboard';
import LogOut from 'icon:log-out';
import Plus from 'icon:plus';
import Settings from 'icon:settings';
import Settings2 from 'icon:settings-2';
import UserPlus from 'icon:user-plus';
import UsersRound from 'icon:users-round';
import { useEffect, useState } from 'react';
import { navigate } from '../../app/router.tsx';
import { openLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { $account, loadAccount } from '../../store/account.ts';
import type { AccountState } from '../../store/account.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { useMayInvite } from '../inviting/use-may-invite.ts';
import { useSelf } from '../people/use-people.ts';
import { useRulesOnceKnown } from '../policies/use-rules.ts';
import { signOut } from '../workspaces/sign-out.ts';
import { workspaceTexts } from '../workspaces/texts.ts';

/** What concerns all of the workspace, and the other workspaces of the account. */
export function WorkspaceMenuItems({ anchor, name, onClose }: WorkspaceMenuItemsProps) {
  const { teamId } = useWorkspace();
  const self = useSelf();
  const known = useOnceKnown();
  if (known === undefined) return null;
  const { account, mayInvite } = known;
  const places = account.state === 'signed_in' ? account.workspaces : [];
  const others: MenuItem[] =
    places.length < 2
      ? []
      : [
          { kind: 'line' },
          { kind: 'heading', label: workspaceTexts.switchTo },
          ...places.map((place): MenuItem => ({
            kind: 'choice',
            label: place.team.name,
            isOn: place.team.id === teamId,
            onSelect: () => navigate(`/w/${place.team.id}`),
          })),
        ];
  const mayCreate = account.state === 'signed_in' && account.account.may_create_workspaces;
  const forMembers = self.is_restricted
    ? []
    : [
        ...(mayInvite
          ? [action(workspaceTexts.invite, UserPlus, () => openLayer({ kind: 'invite-people' }))]
          : []),
        action(workspaceTexts.newChannel, Plus, () => openLayer({ kind: 'create-channel' })),
        action(workspaceTexts.people, UsersRound, () => visit({ teamId, settings: 'people' })),
        { kind: 'line' } as const,
      ];
  return (
    <Menu
      anchor={anchor}
      label={workspaceTexts.menu(name)}
      onClose={onClose}
      items={[
        ...forMembers,
        action(workspaceTexts.directory, ContactRound, () => visit({ teamId, settings: 'directory' })),
        action(workspaceTexts.settings, Settings, () => visit({ teamId, settings: '' })),
        action(workspaceTexts.preferences, Settings2, () => openLayer({ kind: 'preferences' })),
        { ...action(workspaceTexts.shortcuts, Keyboard, () => openLayer({ kind: 'shortcuts' })), hint: '?' },
        ...others,
        { kind: 'line' },
        ...(mayCreate ? [action(workspaceTexts.create, Plus, () => navigate('/new'))] : []),
        action(workspaceTexts.signOut, LogOut, () => void signOut(false)),
        action(workspaceTexts.signOutEverywhere, LogOut, () => void signOut(true)),
      ]}
    />
  );
}
/** How long a menu may keep one waiting for what belongs in it. */
const patienceMs = 400;

/** What stands in the menu is settled when it opens: an entry that comes later would push another under the pointer. */
function useOnceKnown(): Known | undefined {
  const account = useStore($account);
  const mayInvite = useMayInvite();
  const areRulesKnown = useRulesOnceKnown() !== undefined;
  const [isLate, setLate] = useState(false);
  const [settled, settle] = useState<Known>();
  useEffect(() => {
    if ($account.get().state === 'unknown') void loadAccount();
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const isKnown = account.state !== 'unknown' && areRulesKnown;
  if (settled === undefined && (isKnown || isLate)) settle({ account, mayInvite });
  return settled;
}
interface Known {
  readonly account: AccountState;
  readonly mayInvite: boolean;
}

interface WorkspaceMenuItemsProps {
  readonly anchor: Element;
  readonly name: string;
  readonly onClose: () => void;
}

const action = (label: string, icon: typeof Plus, onSelect: () => void) =>
  ({ kind: 'action', label, icon, onSelect }) as const;
