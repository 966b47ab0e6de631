import { useStore } from '@nanostores/react';
import UserPlus from 'icon:user-plus';
import { useEffect, useRef } from 'react';
import { isChannelId } from '../../../protocol/ids.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { $layer, openLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Call, Output } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.ts';
import { nameOf } from '../people/names.ts';
import { usePerson } from '../people/use-people.ts';
import { LoadedView } from '../settings/loaded-view.tsx';
import { Nothing, PageFrame } from '../settings/page-frame.tsx';
import { commonProblem, settingsTexts } from '../settings/texts.ts';
import table from '../settings/table.module.css';
import { useLoaded } from '../settings/use-loaded.ts';
import { useMayInvite } from './use-may-invite.ts';
import { invitingTexts } from './texts.ts';

type Invitation = Output<'invitations.list'>['invitations'][number];

/** Links that still let somebody in. */
export function InvitationsPage() {
  const { call } = useWorkspace();
  const mayInvite = useMayInvite();
  const { loaded, reload } = useLoaded('', () => readAll(call));
  useReloadAfterInviting(reload);
  const revoke = async (invitation: Invitation): Promise<void> => {
    const answer = await call('invitations.revoke', { invitation_id: invitation.id });
    toast(
      answer.ok || answer.error === 'invitation_not_found'
        ? invitingTexts.revoked
        : commonProblem(answer.error),
    );
    await reload();
  };
  return (
    <PageFrame
      title={settingsTexts.pages.invitations}
      lede={invitingTexts.listLede}
      tools={
        mayInvite ? (
          <Button look="main" onClick={() => openLayer({ kind: 'invite-people' })}>
            <Icon of={UserPlus} />
            {invitingTexts.title}
          </Button>
        ) : null
      }
    >
      <LoadedView loaded={loaded} reload={reload}>
        {(invitations) =>
          invitations.length === 0 ? (
            <Nothing>{mayInvite ? invitingTexts.none : invitingTexts.noneOfYours}</Nothing>
          ) : (
            <Table invitations={invitations} onRevoke={(invitation) => void revoke(invitation)} />
          )
        }
      </LoadedView>
    </PageFrame>
  );
}

async function readAll(call: Call) {
  const value: Invitation[] = [];
  let cursor = '';
  do {
    const page = await call('invitations.list', { limit: 1_000, cursor });
    if (!page.ok) return page;
    value.push(...page.invitations);
    cursor = page.response_metadata.next_cursor;
  } while (cursor !== '');
  return { ok: true as const, value };
}

/** The dialog is a layer of its own: once it closes, there may be one more. */
function useReloadAfterInviting(reload: () => Promise<void>): void {
  const isInviting = useStore($layer)?.kind === 'invite-people';
  const wasInviting = useRef(isInviting);
  useEffect(() => {
    if (wasInviting.current && !isInviting) void reload();
    wasInviting.current = isInviting;
  }, [isInviting, reload]);
}

const Table = ({ invitations, onRevoke }: TableProps) => (
  <table className={table.table}>
    <caption className="visually-hidden">{settingsTexts.pages.invitations}</caption>
    <thead>
      <tr>
        <th scope="col">{invitingTexts.forWhom}</th>
        <th scope="col">{invitingTexts.used}</th>
        <th scope="col">{invitingTexts.until}</th>
        <th scope="col">{invitingTexts.by}</th>
        <th scope="col">
          <span className="visually-hidden">{invitingTexts.actions}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {invitations.map((invitation) => (
        <Entry key={invitation.id} invitation={invitation} onRevoke={() => onRevoke(invitation)} />
      ))}
    </tbody>
  </table>
);
interface TableProps {
  readonly invitations: readonly Invitation[];
  readonly onRevoke: (invitation: Invitation) => void;
}

function Entry({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const inviter = usePerson(invitation.inviter);
  const { role, uses, max_uses: max, expires, email, channel_ids: channels } = invitation;
  const ids = channels.filter((id) => isChannelId(id));
  return (
    <tr>
      <th scope="row">
        <span className={table.main}>{email ?? invitingTexts.anybody}</span>
        <span className={table.under}>
          {invitingTexts.roles[role]}
          {ids.map((id) => (
            <ChannelName key={id} channelId={id} />
          ))}
        </span>
      </th>
      <td data-label={invitingTexts.used}>{invitingTexts.usedOf(uses, max)}</td>
      <td data-label={invitingTexts.until}>
        <time dateTime={new Date(expires * 1_000).toISOString()}>{invitingTexts.day(expires)}</time>
      </td>
      <td data-label={invitingTexts.by}>
        <bdi>{nameOf(inviter)}</bdi>
      </td>
      <td className={table.end}>
        <Button aria-label={invitingTexts.revokeOf(role, nameOf(inviter))} onClick={onRevoke}>
          {invitingTexts.revoke}
        </Button>
      </td>
    </tr>
  );
}

/** A private channel that one is not in has no name here. */
function ChannelName({ channelId }: { channelId: ChannelId }) {
  const { channels } = useWorkspace();
  const name = useStore(channels.line(channelId))?.name;
  const details = useStore(channels.details(channelId));
  return ` · ${invitingTexts.channel(name ?? details.channel?.name)}`;
}
