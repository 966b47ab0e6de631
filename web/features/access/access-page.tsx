import { useStore } from '@nanostores/react';
import Plus from 'icon:plus';
import { useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { callAccount } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.ts';
import { Confirm } from '../settings/confirm.tsx';
import { LoadedView } from '../settings/loaded-view.tsx';
import { PageFrame, Part } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import { useLoaded } from '../settings/use-loaded.ts';
import { signOut } from '../workspaces/sign-out.ts';
import { SessionTable } from './session-table.tsx';
import { accessProblem, accessTexts } from './texts.ts';
import { TokenDialog } from './token-dialog.tsx';
import { TokenTable } from './token-table.tsx';
import { useSessions, useTokens } from './use-access.ts';

/** What acts as oneself: browsers that are signed in, sessions here, tokens. */
export const AccessPage = () => (
  <PageFrame title={settingsTexts.pages.access} lede={accessTexts.lede}>
    <SignIns />
    <Sessions />
    <Tokens />
  </PageFrame>
);

/** Of the account, in every workspace. */
function SignIns() {
  const [isAsking, setAsking] = useState(false);
  const { loaded, reload } = useLoaded('', async () => {
    const answer = await callAccount('account.sessions.list', {});
    return answer.ok ? { ok: true, value: answer.sessions } : answer;
  });
  const end = async (id: string): Promise<void> => {
    const answer = await callAccount('account.sessions.revoke', { session_id: id });
    toast(answer.ok ? accessTexts.ended : accessProblem(answer.error));
    await reload();
  };
  return (
    <Part
      title={accessTexts.signIns}
      lede={accessTexts.signInsLede}
      tools={<Button onClick={() => setAsking(true)}>{accessTexts.everywhere}</Button>}
    >
      <LoadedView loaded={loaded} reload={reload} rows={2}>
        {(sessions) => (
          <SessionTable
            caption={accessTexts.signIns}
            sessions={sessions}
            nameOf={accessTexts.browser}
            onEnd={(id, isCurrent) => void (isCurrent ? signOut(false) : end(id))}
          />
        )}
      </LoadedView>
      {isAsking ? (
        <Confirm
          danger
          title={accessTexts.everywhereTitle}
          yes={accessTexts.everywhere}
          no={accessTexts.cancel}
          onYes={async () => {
            await signOut(true);
            return undefined;
          }}
          onClose={() => setAsking(false)}
        >
          <p>{accessTexts.everywhereLede}</p>
        </Confirm>
      ) : null}
    </Part>
  );
}

function Sessions() {
  const team = useStore(useWorkspace().$team);
  const { loaded, reload, end } = useSessions();
  const title = accessTexts.sessions(team?.name ?? '');
  return (
    <Part title={title} lede={accessTexts.sessionsLede}>
      <LoadedView loaded={loaded} reload={reload} rows={2}>
        {(sessions) => (
          <SessionTable
            caption={title}
            sessions={sessions}
            nameOf={accessTexts.sessionNumber}
            onEnd={(id, isCurrent) => void (isCurrent ? signOut(false) : end(id))}
          />
        )}
      </LoadedView>
    </Part>
  );
}

function Tokens() {
  const [isMaking, setMaking] = useState(false);
  const { loaded, reload } = useTokens();
  return (
    <Part
      title={accessTexts.tokens}
      lede={accessTexts.tokensLede}
      tools={
        <Button onClick={() => setMaking(true)}>
          <Icon of={Plus} />
          {accessTexts.newToken}
        </Button>
      }
    >
      <LoadedView loaded={loaded} reload={reload} rows={1}>
        {(tokens) => (
          <TokenTable
            caption={accessTexts.tokens}
            tokens={tokens}
            userId={undefined}
            none={accessTexts.noTokens}
            onChanged={() => void reload()}
          />
        )}
      </LoadedView>
      {isMaking ? <TokenDialog onMade={() => void reload()} onClose={() => setMaking(false)} /> : null}
    </Part>
  );
}
