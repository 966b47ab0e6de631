import { useStore } from '@nanostores/react';
import Plus from 'icon:plus';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.ts';
import { nameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { Confirm } from '../settings/confirm.tsx';
import { LoadedView } from '../settings/loaded-view.tsx';
import { Nothing, PageFrame } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import css from './access.module.css';
import { BotDialog } from './bot-dialog.tsx';
import { accessProblem, accessTexts } from './texts.ts';
import { TokenDialog } from './token-dialog.tsx';
import { TokenTable } from './token-table.tsx';
import { useTokens } from './use-access.ts';

/** Bots and their tokens, for those who answer for the workspace. */
export function BotsPage() {
  const { people } = useWorkspace();
  const bots = useStore(people.$all).filter((user) => user.is_bot);
  const [isMaking, setMaking] = useState(false);
  return (
    <PageFrame
      title={settingsTexts.pages.bots}
      lede={accessTexts.botsLede}
      tools={
        <Button look="main" onClick={() => setMaking(true)}>
          <Icon of={Plus} />
          {accessTexts.newBot}
        </Button>
      }
    >
      {bots.length === 0 ? <Nothing>{accessTexts.noBots}</Nothing> : null}
      <ul className={css.bots}>
        {bots.map((bot) => (
          <Bot key={bot.id} bot={bot} />
        ))}
      </ul>
      {isMaking ? <BotDialog onClose={() => setMaking(false)} /> : null}
    </PageFrame>
  );
}

function Bot({ bot }: { bot: User }) {
  const { call, teamId } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const name = nameOf(bot);
  const deactivate = async (): Promise<string | undefined> => {
    const answer = await call('admin.users.remove', { team_id: teamId, user_id: bot.id });
    return answer.ok || answer.error === 'user_already_deleted' ? undefined : accessProblem(answer.error);
  };
  const reactivate = async (): Promise<void> => {
    const answer = await call('members.reactivate', { user_id: bot.id });
    if (!answer.ok) toast(accessProblem(answer.error));
  };
  return (
    <li className={css.bot}>
      <div className={css.botHead}>
        <UserAvatar id={bot.id} user={bot} />
        <p className="cut">
          <b className="cut">
            <bdi>{name}</bdi>
          </b>
          <span>{bot.deleted ? accessTexts.deactivated : accessTexts.active}</span>
        </p>
        {bot.deleted ? (
          <Button onClick={() => void reactivate()}>{accessTexts.reactivate}</Button>
        ) : (
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {accessTexts.showTokens}
          </Button>
        )}
      </div>
      {isOpen && !bot.deleted ? (
        <BotTokens bot={bot} name={name}>
          <Button look="quiet" onClick={() => setAsking(true)}>
            {accessTexts.deactivateBot}
          </Button>
        </BotTokens>
      ) : null}
      {isAsking ? (
        <Confirm
          danger
          title={accessTexts.deactivateTitle(name)}
          yes={accessTexts.deactivate}
          no={accessTexts.cancel}
          onYes={deactivate}
          onClose={() => setAsking(false)}
        >
          <p>{accessTexts.deactivateLede}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

function BotTokens({ bot, name, children }: { bot: User; name: string; children: ReactNode }) {
  const [isMaking, setMaking] = useState(false);
  const { loaded, reload } = useTokens(bot.id);
  const { bot_id: botId } = bot.profile;
  return (
    <div className={css.botTokens}>
      <LoadedView loaded={loaded} reload={reload} rows={1}>
        {(tokens) => (
          <TokenTable
            caption={accessTexts.botTokens(name)}
            tokens={tokens}
            userId={bot.id}
            none={accessTexts.noTokensOfBot}
            onChanged={() => void reload()}
          />
        )}
      </LoadedView>
      <div className={css.botActs}>
        <Button onClick={() => setMaking(true)}>
          <Icon of={Plus} />
          {accessTexts.newToken}
        </Button>
        {children}
      </div>
      {isMaking && botId !== undefined ? (
        <TokenDialog
          bot={{ id: botId, name }}
          onMade={() => void reload()}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </div>
  );
}
