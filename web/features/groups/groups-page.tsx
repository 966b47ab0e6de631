import Ellipsis from 'icon:ellipsis';
import Plus from 'icon:plus';
import { useEffect, useState } from 'react';
import type { Usergroup } from '../../../protocol/entities.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.ts';
import { LoadedView } from '../settings/loaded-view.tsx';
import { Nothing, PageFrame } from '../settings/page-frame.tsx';
import table from '../settings/table.module.css';
import { settingsTexts } from '../settings/texts.ts';
import { useLoaded } from '../settings/use-loaded.ts';
import { GroupDialog } from './group-dialogs.tsx';
import type { AskedGroup } from './group-dialogs.tsx';
import { groupProblem, groupTexts as texts } from './texts.ts';

/** The groups that a message can call, those out of use too. What anybody changes is seen at once. */
export function GroupsPage() {
  const workspace = useWorkspace();
  const { loaded, reload } = useLoaded('', async () => {
    const answer = await workspace.call('usergroups.list', { include_disabled: true, include_users: true });
    return answer.ok ? { ok: true, value: answer.usergroups } : answer;
  });
  const [asked, setAsked] = useState<AskedGroup>();
  useEffect(
    () =>
      workspace.follow(({ type }) => {
        if (type.startsWith('subteam_')) void reload();
      }),
    [workspace, reload],
  );
  return (
    <PageFrame
      title={settingsTexts.pages.groups}
      lede={texts.lede}
      tools={
        <Button look="main" onClick={() => setAsked({ kind: 'make' })}>
          <Icon of={Plus} />
          {texts.make}
        </Button>
      }
    >
      <LoadedView loaded={loaded} reload={reload}>
        {(groups) =>
          groups.length === 0 ? (
            <Nothing>{texts.none}</Nothing>
          ) : (
            <Table groups={groups} onAsk={setAsked} onChanged={() => void reload()} />
          )
        }
      </LoadedView>
      {asked === undefined ? null : (
        <GroupDialog
          asked={asked}
          onDone={() => {
            setAsked(undefined);
            void reload();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </PageFrame>
  );
}

const Table = ({ groups, ...rest }: TableProps) => (
  <table className={table.table}>
    <caption className="visually-hidden">{settingsTexts.pages.groups}</caption>
    <thead>
      <tr>
        <th scope="col">{texts.name}</th>
        <th scope="col">{texts.people}</th>
        <th scope="col">{texts.state}</th>
        <th scope="col">
          <span className="visually-hidden">{texts.actions}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {groups.map((group) => (
        <tr key={group.id}>
          <th scope="row">
            <span className={table.main}>@{group.handle}</span>
            <span className={table.under}>
              {[group.name, group.description].filter((words) => words !== '').join(' · ')}
            </span>
          </th>
          <td data-label={texts.people}>{texts.count(group.users?.length ?? 0)}</td>
          <td data-label={texts.state}>{isDisabled(group) ? texts.disabled : texts.active}</td>
          <td className={table.end}>
            <More group={group} {...rest} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
interface RowProps {
  readonly onAsk: (asked: AskedGroup) => void;
  readonly onChanged: () => void;
}
interface TableProps extends RowProps {
  readonly groups: readonly Usergroup[];
}

function More({ group, onAsk, onChanged }: RowProps & { readonly group: Usergroup }) {
  const { call } = useWorkspace();
  const [anchor, setAnchor] = useState<Element>();
  const name = `@${group.handle}`;
  const turn = async (): Promise<void> => {
    const method = isDisabled(group) ? 'usergroups.enable' : 'usergroups.disable';
    const turned = await call(method, { usergroup: group.id });
    if (turned.ok) toast(isDisabled(group) ? texts.enabledNow(name) : texts.disabledNow(name));
    else toast(groupProblem(turned.error));
    onChanged();
  };
  return (
    <>
      <IconButton
        icon={Ellipsis}
        label={texts.more(name)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
      />
      {anchor === undefined ? null : (
        <Menu
          anchor={anchor}
          label={texts.more(name)}
          items={[
            { kind: 'action', label: texts.who, onSelect: () => onAsk({ kind: 'people', group }) },
            { kind: 'action', label: texts.change, onSelect: () => onAsk({ kind: 'change', group }) },
            {
              kind: 'action',
              label: isDisabled(group) ? texts.enable : texts.disable,
              onSelect: () => void turn(),
            },
          ]}
          placement={{ side: 'below', align: 'end' }}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}

const isDisabled = ({ date_delete: at }: Usergroup): boolean => at !== 0;
