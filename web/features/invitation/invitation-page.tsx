import { useCallback, useEffect, useState } from 'react';
import { Link } from '../../app/router.tsx';
import { callAccount } from '../../api/call.ts';
import type { Answer } from '../../api/call.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Gate } from '../sign-in/gate.tsx';
import { AcceptForm } from './accept-form.tsx';
import css from './invitation.module.css';
import { deadReason, deadTexts, invitationTexts } from './texts.ts';

/** `/invite/…`: who invites, to what, and the three things that are needed. A dead link says what to do. */
export function InvitationPage({ secret }: { secret: string }) {
  const [found, setFound] = useState<Answer<'invitations.get'>>();
  const read = useCallback(() => {
    setFound(undefined);
    void callAccount('invitations.get', { secret }).then(setFound);
  }, [secret]);
  useEffect(read, [read]);
  if (found === undefined) return null;
  if (!found.ok) return <Dead code={found.error} onRetry={read} />;
  const { team, inviter, role } = found;
  if (team === undefined) {
    return (
      <Gate invited title={invitationTexts.setupTitle} lede={invitationTexts.setupLede}>
        <AcceptForm secret={secret} invitation={found} onDead={read} />
      </Gate>
    );
  }
  return (
    <Gate
      invited
      title={team.name}
      lede={invitationTexts.lede(role)}
      above={
        inviter === undefined ? null : (
          <div className={css.host}>
            <Avatar id={inviter.name} name={inviter.name} size={48} />
            <p>
              <b dir="auto">{inviter.name}</b>
              <span>{invitationTexts.invites}</span>
            </p>
          </div>
        )
      }
    >
      <AcceptForm secret={secret} invitation={found} onDead={read} />
    </Gate>
  );
}

function Dead({ code, onRetry }: { code: string; onRetry: () => void }) {
  const reason = deadReason(code);
  const { title, lede } = deadTexts[reason];
  return (
    <Gate invited title={title} lede={lede}>
      <p className={css.ways}>
        {reason === 'unreachable' ? (
          <Button look="main" big onClick={onRetry}>
            {invitationTexts.tryAgain}
          </Button>
        ) : (
          <Link href="/sign-in" className={buttonClass('plain', true)}>
            {invitationTexts.signIn}
          </Link>
        )}
        <Link href="/" className={buttonClass('quiet', true)}>
          {invitationTexts.toStart}
        </Link>
      </p>
    </Gate>
  );
}
