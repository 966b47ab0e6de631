import { useState } from 'react';
import type { UserId } from '../../../protocol/ids.ts';
import { scopes } from '../../../protocol/scopes.ts';
import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { Confirm } from '../settings/confirm.tsx';
import { Nothing } from '../settings/page-frame.tsx';
import table from '../settings/table.module.css';
import { accessProblem, accessTexts } from './texts.ts';

type Token = Output<'tokens.list'>['tokens'][number];

/** Newest first. Revoking one is asked about: whatever uses it stops. */
export function TokenTable({ caption, tokens, userId, none, onChanged }: TokenTableProps) {
  const { call } = useWorkspace();
  const [asked, setAsked] = useState<Token>();
  const revoke = async (token: Token): Promise<string | undefined> => {
    const answer = await call('tokens.revoke', {
      token_id: token.id,
      ...(userId === undefined ? {} : { user_id: userId }),
    });
    // Another hand was faster.
    if (!answer.ok && answer.error !== 'token_not_found') return accessProblem(answer.error);
    toast(accessTexts.revoked);
    onChanged();
    return undefined;
  };
  if (tokens.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <>
      <table className={table.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{accessTexts.name}</th>
            <th scope="col">{accessTexts.may}</th>
            <th scope="col">{accessTexts.since}</th>
            <th scope="col">
              <span className="visually-hidden">{accessTexts.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.toReversed().map((token) => (
            <tr key={token.id}>
              <th scope="row">
                <b className={table.main} dir="auto">
                  {token.name}
                </b>
              </th>
              <td data-label={accessTexts.may}>
                {hasAll(token.scopes) ? (
                  accessTexts.everything
                ) : (
                  <span className={table.codes}>
                    {token.scopes.map((scope) => (
                      <code key={scope}>{scope}</code>
                    ))}
                  </span>
                )}
              </td>
              <td data-label={accessTexts.since}>
                <time dateTime={new Date(token.created * 1_000).toISOString()}>
                  {accessTexts.day(token.created)}
                </time>
              </td>
              <td className={table.end}>
                <Button aria-label={accessTexts.revokeToken(token.name)} onClick={() => setAsked(token)}>
                  {accessTexts.revoke}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked === undefined ? null : (
        <Confirm
          danger
          title={accessTexts.revokeTitle(asked.name)}
          yes={accessTexts.revoke}
          no={accessTexts.cancel}
          onYes={() => revoke(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{accessTexts.revokeLede}</p>
        </Confirm>
      )}
    </>
  );
}
interface TokenTableProps {
  readonly caption: string;
  /** Oldest first, as they come. */
  readonly tokens: readonly Token[];
  /** Whose, if not one's own. */
  readonly userId: UserId | undefined;
  readonly none: string;
  readonly onChanged: () => void;
}

const hasAll = (held: readonly string[]): boolean => scopes.every((scope) => held.includes(scope));
