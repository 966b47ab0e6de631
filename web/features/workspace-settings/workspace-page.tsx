import { useStore } from '@nanostores/react';
import Copy from 'icon:copy';
import { mayRunWorkspace } from '../../../domain/permissions/permissions.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { copyText } from '../message/copy.ts';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import { PageFrame, Part } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import { TeamForm } from './team-form.tsx';
import { workspaceSettingsTexts as texts } from './texts.ts';
import css from './workspace-page.module.css';

/** What the workspace is, to people and to programs. */
export function WorkspacePage() {
  const team = useStore(useWorkspace().$team);
  const role = roleOf(useSelf());
  return (
    <PageFrame title={settingsTexts.pages.workspace} lede={texts.lede}>
      {team !== undefined && mayRunWorkspace({ role }) ? (
        <Part title={texts.look}>
          <TeamForm team={team} />
        </Part>
      ) : null}
      {team === undefined ? null : (
        <dl className={css.facts} aria-label={texts.facts}>
          <Fact label={texts.name} value={team.name} />
          <Fact label={texts.domain} value={team.domain} />
          <Fact label={texts.id} value={team.id} isCode />
          <Fact label={texts.api} value={`${location.origin}/api/`} isCode help={texts.apiHelp} />
        </dl>
      )}
    </PageFrame>
  );
}

const Fact = ({ label, value, help, isCode = false }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {isCode ? <code>{value}</code> : <span dir="auto">{value}</span>}
      {help === undefined ? null : <small>{help}</small>}
    </dd>
    {isCode ? (
      <dd>
        <IconButton
          icon={Copy}
          size={16}
          label={texts.copy(label)}
          onClick={() => void copyText(value, texts.copied)}
        />
      </dd>
    ) : null}
  </div>
);
interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  /** For programs, so to be copied. */
  readonly isCode?: boolean;
}
