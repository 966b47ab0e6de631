import LogOut from 'icon:log-out';
import Settings from 'icon:settings';
import UserPlus from 'icon:user-plus';
import { useMayInvite } from '../features/inviting/use-may-invite.ts';
import { PreferenceFields } from '../features/preferences/preference-fields.tsx';
import { nameOf } from '../features/people/names.ts';
import { UserAvatar } from '../features/people/person-avatar.tsx';
import { useSelf } from '../features/people/use-people.ts';
import { signOut } from '../features/workspaces/sign-out.ts';
import { workspaceTexts } from '../features/workspaces/texts.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { openLayer } from './layers.ts';
import { pathOf } from './place.ts';
import { Link } from './router.tsx';
import { useWorkspace } from './workspace-context.ts';
import css from './you-page.module.css';

/** The phone's page for oneself. */
export function YouPage() {
  const self = useSelf();
  const mayInvite = useMayInvite();
  const { teamId } = useWorkspace();
  return (
    <div className={css.page}>
      <header className={css.head}>
        <UserAvatar id={self.id} user={self} size={72} />
        <div>
          <h1 dir="auto">{nameOf(self)}</h1>
          <p>{self.profile.title || `@${self.name}`}</p>
        </div>
      </header>
      <PreferenceFields />
      <div className={css.acts}>
        <Link className={buttonClass('plain', true)} href={pathOf({ teamId, settings: '' })}>
          <Icon of={Settings} />
          {workspaceTexts.settings}
        </Link>
        {mayInvite ? (
          <Button big onClick={() => openLayer({ kind: 'invite-people' })}>
            <Icon of={UserPlus} />
            {workspaceTexts.invite}
          </Button>
        ) : null}
        <Button big onClick={() => void signOut(false)}>
          <Icon of={LogOut} />
          {workspaceTexts.signOut}
        </Button>
      </div>
    </div>
  );
}
