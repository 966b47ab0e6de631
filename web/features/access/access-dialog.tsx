import type { User } from '../../../protocol/entities.ts';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { nameOf } from '../people/names.ts';
import { LoadedView } from '../settings/loaded-view.tsx';
import { Nothing, Part } from '../settings/page-frame.tsx';
import { SessionTable } from './session-table.tsx';
import { accessTexts } from './texts.ts';
import { TokenTable } from './token-table.tsx';
import { useSessions, useTokens } from './use-access.ts';

/** Of somebody that one answers for: a lost laptop, a token that leaked. */
export function AccessDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const sessions = useSessions(user.id);
  const tokens = useTokens(user.id);
  const name = nameOf(user);
  return (
    <Dialog title={accessTexts.accessOf(name)} onClose={onClose} width="wide">
      <div className={dialogBody()}>
        {user.is_bot ? null : (
          <Part title={accessTexts.sessionsOf}>
            <LoadedView {...sessions} rows={1}>
              {(rows) =>
                rows.length === 0 ? (
                  <Nothing>{accessTexts.noSessionsOf(name)}</Nothing>
                ) : (
                  <SessionTable
                    caption={accessTexts.sessionsOf}
                    sessions={rows}
                    nameOf={accessTexts.sessionNumber}
                    onEnd={(id) => void sessions.end(id)}
                  />
                )
              }
            </LoadedView>
          </Part>
        )}
        <Part title={accessTexts.tokensOf}>
          <LoadedView {...tokens} rows={1}>
            {(rows) => (
              <TokenTable
                caption={accessTexts.tokensOf}
                tokens={rows}
                userId={user.id}
                none={accessTexts.noTokensOf(name)}
                onChanged={() => void tokens.reload()}
              />
            )}
          </LoadedView>
        </Part>
      </div>
    </Dialog>
  );
}
