import { useStore } from '@nanostores/react';
import ChevronRight from 'icon:chevron-right';
import Plus from 'icon:plus';
import { useEffect } from 'react';
import { Link, navigate, Redirect } from '../../app/router.tsx';
import { lastPerson } from '../../device/last-person.ts';
import { $account, loadAccount } from '../../store/account.ts';
import { Act } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Gate, gateNote } from '../sign-in/gate.tsx';
import css from './choose.module.css';
import { signOut } from './sign-out.ts';
import { workspaceTexts } from './texts.ts';

/** Without a connection it is not known which there are: where one was last can be read. */
function goToLast(): void {
  const [last] = lastPerson.workspaces();
  if (last !== undefined) navigate(`/w/${last}`, { replace: true });
}

/** The workspaces of the account that is signed in here. */
export function ChoosePage() {
  const account = useStore($account);
  useEffect(() => {
    if (account.state !== 'unknown') return;
    void loadAccount().then((answer) => {
      if (!answer.ok && answer.error === 'unreachable') goToLast();
    });
  }, [account.state]);
  if (account.state === 'signed_out') return <Redirect to="/sign-in" />;
  if (account.state === 'unknown') return null;
  return (
    <Gate title={workspaceTexts.chooseTitle} lede={workspaceTexts.chooseLede(account.account.email)}>
      <ul className={css.list}>
        {account.workspaces.map(({ team }) => (
          <li key={team.id}>
            <Link href={`/w/${team.id}`} className={css.place}>
              <Avatar id={team.id} name={team.name} />
              <span className="cut" dir="auto">
                {team.name}
              </span>
              <Icon of={ChevronRight} />
            </Link>
          </li>
        ))}
        {account.account.may_create_workspaces ? (
          <li>
            <Link href="/new" className={css.place}>
              <span className={css.add}>
                <Icon of={Plus} size={18} />
              </span>
              <span className="cut">{workspaceTexts.create}</span>
            </Link>
          </li>
        ) : null}
      </ul>
      <p className={gateNote}>
        <Act onClick={() => void signOut(false)}>{workspaceTexts.signOut}</Act>
      </p>
    </Gate>
  );
}
