import { useStore } from '@nanostores/react';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Preferences } from '../../../protocol/preferences.ts';
import { Segments } from '../../ui/segments.tsx';
import { toast } from '../../ui/toast.ts';
import { NoticeFields } from '../notices/notice-fields.tsx';
import { SectionList } from '../sections/section-list.tsx';
import { sectionTexts } from '../sections/texts.ts';
import form from '../settings/form.module.css';
import { PageFrame, Part } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import { PreferenceFields } from './preference-fields.tsx';
import { preferencePageTexts as texts } from './page-texts.ts';
import { wish } from './wish.ts';

/** How one likes it: what is of the device, and what goes along to every one of them. */
export function PreferencesPage() {
  const workspace = useWorkspace();
  const { read_by: readBy = 'looking', send_by: sendBy = 'enter' } = useStore(workspace.$wishes);
  const set = async (changes: Preferences): Promise<void> => {
    const problem = await wish(workspace, changes);
    if (problem !== undefined) toast(problem);
  };
  return (
    <PageFrame title={settingsTexts.pages.preferences}>
      <Part title={texts.look} lede={texts.device}>
        <div className={form.form}>
          <PreferenceFields />
        </div>
      </Part>
      <Part title={texts.keys} lede={texts.everywhere}>
        <div className={form.form}>
          <Segments
            label={texts.sendBy}
            value={sendBy}
            onChange={(value) => void set({ send_by: value })}
            options={[
              ['enter', texts.sendBys.enter],
              ['ctrl_enter', texts.sendBys.ctrl_enter],
            ]}
          />
          <Segments
            label={texts.readBy}
            value={readBy}
            onChange={(value) => void set({ read_by: value })}
            options={[
              ['looking', texts.readBys.looking],
              ['escape', texts.readBys.escape],
            ]}
          />
        </div>
      </Part>
      <Part title={texts.notices} lede={texts.noticesLede}>
        <NoticeFields onWish={(changes) => void set(changes)} />
      </Part>
      <Part title={sectionTexts.title} lede={sectionTexts.lede}>
        <SectionList />
      </Part>
    </PageFrame>
  );
}
