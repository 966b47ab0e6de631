import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { notifyLevels } from '../../../protocol/preferences.ts';
import type { Preferences } from '../../../protocol/preferences.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import form from '../settings/form.module.css';
import { $playsSound, $showsNotices, permissionNow } from './device-wishes.ts';
import css from './notices.module.css';
import { noticeTexts as texts } from './texts.ts';
import { playTone } from './tone.ts';

/** What one is told of, and how. The browser is asked when somebody says On, and never before. */
export function NoticeFields({ onWish }: { onWish: (changes: Preferences) => void }) {
  const { notify = 'mentions' } = useStore(useWorkspace().$wishes);
  const shows = useStore($showsNotices);
  const plays = useStore($playsSound);
  const [permission, setPermission] = useState(permissionNow);
  const show = async (isOn: boolean): Promise<void> => {
    if (isOn && permission === 'default') setPermission(await Notification.requestPermission());
    $showsNotices.set(isOn && permissionNow() === 'granted');
  };
  return (
    <div className={form.form}>
      <Choice
        label={texts.of}
        help={texts.usualHelp}
        value={notify}
        onChange={(event) =>
          onWish({ notify: notifyLevels.find((level) => level === event.target.value) ?? 'mentions' })
        }
      >
        {notifyLevels.map((level) => (
          <option key={level} value={level}>
            {texts.usuals[level]}
          </option>
        ))}
      </Choice>
      {permission === 'missing' ? (
        <p className={css.help}>{texts.missing}</p>
      ) : (
        <div>
          <Segments
            label={texts.browser}
            value={shows && permission === 'granted' ? 'on' : 'off'}
            onChange={(value) => void show(value === 'on')}
            options={[
              ['on', texts.on],
              ['off', texts.off],
            ]}
          />
          <p className={css.help} role="status">
            {permission === 'denied' ? texts.denied : texts.later}
          </p>
        </div>
      )}
      <div className={css.sound}>
        <Segments
          label={texts.sound}
          value={plays ? 'on' : 'off'}
          onChange={(value) => $playsSound.set(value === 'on')}
          options={[
            ['on', texts.on],
            ['off', texts.off],
          ]}
        />
        <Button onClick={() => void playTone()}>{texts.listen}</Button>
      </div>
    </div>
  );
}
