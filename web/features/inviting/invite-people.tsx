import Copy from 'icon:copy';
import { useState } from 'react';
import { mayInvitePeople } from '../../../domain/permissions/permissions.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { MethodOutput } from '../../../protocol/methods.ts';
import { roles } from '../../../protocol/roles.ts';
import type { Role } from '../../../protocol/roles.ts';
import { closeLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { copyText } from '../message/copy.ts';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import { useRules } from '../policies/use-rules.ts';
import { GuestChannels } from './guest-channels.tsx';
import css from './invite-people.module.css';
import { invitingProblem, invitingTexts } from './texts.ts';

type Made = MethodOutput<'invitations.create'>;

export function InvitePeople() {
  const [made, setMade] = useState<Made>();
  return (
    <Dialog title={invitingTexts.title} onClose={closeLayer}>
      {made === undefined ? (
        <Form onMade={setMade} />
      ) : (
        <Link made={made} onAnother={() => setMade(undefined)} />
      )}
    </Dialog>
  );
}

function Form({ onMade }: { onMade: (made: Made) => void }) {
  const { call } = useWorkspace();
  const self = useSelf();
  const rules = useRules();
  const offered = roles.filter((role) => mayInvitePeople({ role: roleOf(self) }, role, rules)).reverse();
  const [role, setRole] = useState<Role>('member');
  const [days, setDays] = useState(7);
  const [uses, setUses] = useState(25);
  const [email, setEmail] = useState('');
  const only = email.trim();
  const [picked, setPicked] = useState<readonly ChannelId[]>([]);
  const form = useSubmit(async () => {
    const answer = await call('invitations.create', {
      role,
      days,
      ...(only === '' ? { max_uses: uses } : { max_uses: 1, email: only }),
      ...(role === 'guest' ? { channel_ids: [...picked] } : {}),
    });
    if (!answer.ok) return invitingProblem(answer.error);
    onMade(answer);
    return undefined;
  });
  if (offered.length === 0)
    return (
      <div className={dialogBody()}>
        <p>{invitingTexts.adminsAlone}</p>
        <DialogButtons>
          <Button data-autofocus onClick={closeLayer}>
            {invitingTexts.done}
          </Button>
        </DialogButtons>
      </div>
    );
  return (
    <form className={dialogBody()} onSubmit={form.onSubmit}>
      <p className={css.lede}>{invitingTexts.lede}</p>
      {offered.length < 2 ? null : (
        <Segments
          label={invitingTexts.role}
          value={role}
          onChange={setRole}
          options={offered.map((one) => [one, invitingTexts.roles[one]])}
        />
      )}
      {role === 'guest' ? <GuestChannels picked={picked} onChange={setPicked} /> : null}
      <div className={css.pair}>
        <Choice
          label={invitingTexts.days}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {[1, 7, 30].map((count) => (
            <option key={count} value={count}>
              {invitingTexts.daysOf(count)}
            </option>
          ))}
        </Choice>
        <Choice
          label={invitingTexts.uses}
          value={only === '' ? uses : 1}
          disabled={only !== ''}
          onChange={(event) => setUses(Number(event.target.value))}
        >
          {[1, 5, 25, 100].map((count) => (
            <option key={count} value={count}>
              {invitingTexts.usesOf(count)}
            </option>
          ))}
        </Choice>
      </div>
      <Field
        label={invitingTexts.email}
        help={invitingTexts.emailHelp}
        type="email"
        value={email}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => setEmail(event.target.value)}
      />
      <p className={css.problem} role="alert">
        {form.problem}
      </p>
      <DialogButtons>
        <Button onClick={closeLayer}>{invitingTexts.cancel}</Button>
        <Button type="submit" look="main" busy={form.isBusy} data-autofocus>
          {invitingTexts.make}
        </Button>
      </DialogButtons>
    </form>
  );
}

function Link({ made, onAnother }: { made: Made; onAnother: () => void }) {
  const { invitation, url } = made;
  return (
    <div className={dialogBody()}>
      <div>
        <p className={css.legend}>{invitingTexts.link}</p>
        <div className={css.linkRow}>
          <input
            className={css.link}
            readOnly
            value={url}
            aria-label={invitingTexts.link}
            onFocus={(event) => event.target.select()}
          />
          <Button look="main" data-autofocus onClick={() => void copyText(url, invitingTexts.copied)}>
            <Icon of={Copy} />
            {invitingTexts.copy}
          </Button>
        </div>
      </div>
      <p className={css.lede}>
        {invitingTexts.made(invitation.role, invitation.email ?? invitation.max_uses, invitation.expires)}
        <br />
        {invitingTexts.once}
      </p>
      <DialogButtons>
        <Button onClick={onAnother}>{invitingTexts.another}</Button>
        <Button onClick={closeLayer}>{invitingTexts.done}</Button>
      </DialogButtons>
    </div>
  );
}
