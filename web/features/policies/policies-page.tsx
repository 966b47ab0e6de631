import { useWorkspace } from '../../app/workspace-context.ts';
import type { Arguments } from '../../api/call.ts';
import { Choice } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { toast } from '../../ui/toast.ts';
import form from '../settings/form.module.css';
import { LoadedView } from '../settings/loaded-view.tsx';
import { PageFrame, Part } from '../settings/page-frame.tsx';
import { commonProblem, settingsTexts } from '../settings/texts.ts';
import { useLoaded } from '../settings/use-loaded.ts';
import css from './policies.module.css';
import { policyTexts as texts } from './texts.ts';
import { useRules } from './use-rules.ts';

const windows = [-1, 1_440, 60, 5, 1, 0];

/** The rules of the workspace, for those who run it; each holds as soon as it is picked. */
export function PoliciesPage() {
  const { call } = useWorkspace();
  const { editWindowMinutes, allowDeletion, adminsInviteAlone } = useRules();
  const set = async (rules: Arguments<'workspaces.setRules'>): Promise<void> => {
    const answer = await call('workspaces.setRules', rules);
    toast(answer.ok ? texts.saved : commonProblem(answer.error));
  };
  // One that a program set to something else is shown as it is.
  const offered = windows.includes(editWindowMinutes) ? windows : [...windows, editWindowMinutes];
  return (
    <PageFrame title={settingsTexts.pages.policies} lede={texts.lede}>
      <Part title={texts.joining}>
        <div className={form.form}>
          <Segments
            label={texts.invites}
            value={adminsInviteAlone ? 'admins' : 'everybody'}
            options={[
              ['everybody', texts.invitesBy.everybody],
              ['admins', texts.invitesBy.admins],
            ]}
            onChange={(who) => void set({ invites_only_admins: who === 'admins' })}
          />
          <p className={css.help}>{texts.invitesHelp}</p>
          <SignUp />
        </div>
      </Part>
      <Part title={texts.messages}>
        <div className={form.form}>
          <Choice
            label={texts.edit}
            value={editWindowMinutes}
            onChange={(event) => void set({ msg_edit_window_mins: Number(event.target.value) })}
          >
            {offered.map((minutes) => (
              <option key={minutes} value={minutes}>
                {texts.windows[minutes] ?? texts.minutes(minutes)}
              </option>
            ))}
          </Choice>
          <Segments
            label={texts.deletion}
            value={allowDeletion ? 'everybody' : 'admins'}
            options={[
              ['everybody', texts.deletions.everybody],
              ['admins', texts.deletions.admins],
            ]}
            onChange={(who) => void set({ allow_message_deletion: who === 'everybody' })}
          />
          <p className={css.help}>{texts.deletionHelp}</p>
        </div>
      </Part>
    </PageFrame>
  );
}

/** Shown, not offered: it is not the workspace's to change. */
function SignUp() {
  const { call } = useWorkspace();
  const { loaded, reload } = useLoaded('', async () => {
    const answer = await call('workspaces.signUpPolicy', {});
    return answer.ok ? { ok: true, value: answer } : answer;
  });
  return (
    <div>
      <h3 className={css.heading}>{texts.signUp}</h3>
      <LoadedView loaded={loaded} reload={reload} rows={1}>
        {({ policy, domains }) => (
          <>
            <p className={css.fact}>{texts.signUps[policy]}</p>
            {domains.length === 0 ? null : <p className={css.fact}>{texts.domains(domains)}</p>}
          </>
        )}
      </LoadedView>
      <p className={css.help}>{texts.ofDeployment}</p>
    </div>
  );
}
