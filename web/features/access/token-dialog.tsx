import Copy from 'icon:copy';
import { useState } from 'react';
import type { BotId } from '../../../protocol/ids.ts';
import type { Scope } from '../../../protocol/scopes.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { copyText } from '../message/copy.ts';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import css from './access.module.css';
import { scopesFor, usualOfBots } from './scopes.ts';
import { accessProblem, accessTexts } from './texts.ts';

/** Makes a token, of oneself or of a bot, and shows it once. */
export function TokenDialog({ bot, onMade, onClose }: TokenDialogProps) {
  const [token, setToken] = useState<string>();
  return (
    <Dialog
      title={
        token !== undefined
          ? accessTexts.madeTitle
          : bot === undefined
            ? accessTexts.tokenTitle
            : accessTexts.tokenTitleFor(bot.name)
      }
      onClose={onClose}
      width="wide"
    >
      {token === undefined ? (
        <Form
          bot={bot}
          onClose={onClose}
          onMade={(made) => {
            setToken(made);
            onMade();
          }}
        />
      ) : (
        <Made token={token} onClose={onClose} />
      )}
    </Dialog>
  );
}
interface TokenDialogProps {
  /** Whose, if not one's own. */
  readonly bot?: { readonly id: BotId; readonly name: string } | undefined;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

function Form({ bot, onMade, onClose }: FormProps) {
  const { call } = useWorkspace();
  const role = roleOf(useSelf());
  const kind = bot === undefined ? 'user' : 'bot';
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(bot === undefined ? [] : usualOfBots);
  const form = useSubmit(async () => {
    if (scopes.length === 0) return accessTexts.noScope;
    const answer = await call('tokens.create', {
      kind,
      name: name.trim(),
      scopes: [...scopes],
      ...(bot === undefined ? {} : { bot_id: bot.id }),
    });
    if (!answer.ok) return accessProblem(answer.error);
    onMade(answer.token);
    return undefined;
  });
  return (
    <form className={dialogBody()} onSubmit={form.onSubmit}>
      <Field
        label={accessTexts.tokenName}
        help={accessTexts.tokenNameHelp}
        placeholder={accessTexts.tokenNameHint}
        value={name}
        maxLength={80}
        required
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset>
        <legend className={css.legend}>{accessTexts.scopes}</legend>
        <div className={css.scopes}>
          {scopesFor(kind, role).map((scope) => (
            <label key={scope} className={css.scope}>
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={(event) =>
                  setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                }
              />
              <span>
                {accessTexts.scopeWords[scope]}
                <code>{scope}</code>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={css.problem} role="alert">
        {form.problem}
      </p>
      <DialogButtons>
        <Button onClick={onClose}>{accessTexts.cancel}</Button>
        <Button type="submit" look="main" busy={form.isBusy}>
          {accessTexts.make}
        </Button>
      </DialogButtons>
    </form>
  );
}
interface FormProps {
  readonly bot: TokenDialogProps['bot'];
  readonly onMade: (token: string) => void;
  readonly onClose: () => void;
}

const Made = ({ token, onClose }: { token: string; onClose: () => void }) => (
  <div className={dialogBody()}>
    <div className={css.secret}>
      <input
        readOnly
        value={token}
        aria-label={accessTexts.madeTitle}
        onFocus={(event) => event.target.select()}
      />
      <Button look="main" data-autofocus onClick={() => void copyText(token, accessTexts.copied)}>
        <Icon of={Copy} />
        {accessTexts.copy}
      </Button>
    </div>
    <p className={css.note}>{accessTexts.once}</p>
    <DialogButtons>
      <Button onClick={onClose}>{accessTexts.done}</Button>
    </DialogButtons>
  </div>
);
