import SmilePlus from 'icon:face-slightly-smiling-plus';
import { useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { EmojiText } from '../emoji/emoji-text.tsx';
import { openEmojiPicker } from '../emoji/picker-state.ts';
import { localValue } from '../lists/time-dialog.tsx';
import { useSelf } from '../people/use-people.ts';
import form from '../settings/form.module.css';
import css from './profile-page.module.css';
import { lasts, statusUntil } from './status-until.ts';
import type { Lasting } from './status-until.ts';
import { profileProblem, profileTexts } from './texts.ts';

/** What one is doing: a picture, some words, and until when. */
export function StatusForm() {
  const { call } = useWorkspace();
  const { profile } = useSelf();
  const [emoji, setEmoji] = useState(profile.status_emoji);
  const [text, setText] = useState(profile.status_text);
  const { status_expiration: ends } = profile;
  const [lasting, setLasting] = useState<Lasting>(ends > 0 ? 'custom' : 'forever');
  const [own, setOwn] = useState(() => localValue(ends > 0 ? ends * 1_000 : Date.now() + 3_600_000));
  const save = async (status: {
    emoji: string;
    text: string;
    until: number;
  }): Promise<string | undefined> => {
    const isInTime = status.until === 0 || status.until * 1_000 > Date.now();
    if (!isInTime) return profileProblem('time_in_past');
    const answer = await call('users.profile.set', {
      profile: {
        status_emoji: status.emoji,
        status_text: status.text,
        status_expiration: status.until,
      },
    });
    if (!answer.ok) return profileProblem(answer.error);
    setEmoji(answer.profile.status_emoji);
    setText(answer.profile.status_text);
    toast(status.text === '' && status.emoji === '' ? profileTexts.statusCleared : profileTexts.statusSet);
    return undefined;
  };
  const set = useSubmit(() => save({ emoji, text, until: statusUntil(lasting, new Date(), own) }));
  const clear = useSubmit(() => save({ emoji: '', text: '', until: 0 }));
  const hasStatus = profile.status_emoji !== '' || profile.status_text !== '';
  return (
    <form className={form.form} noValidate onSubmit={set.onSubmit}>
      <div className={css.status}>
        <button
          type="button"
          className={css.emoji}
          aria-label={profileTexts.statusEmoji(emoji)}
          aria-haspopup="dialog"
          onClick={(event) => openEmojiPicker(event.currentTarget, (name) => setEmoji(`:${name}:`))}
        >
          {emoji === '' ? <Icon of={SmilePlus} size={18} /> : <EmojiText text={emoji} />}
        </button>
        <Field
          label={profileTexts.statusText}
          placeholder={profileTexts.statusHint}
          value={text}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Choice
        label={profileTexts.lasts}
        value={lasting}
        onChange={(event) => setLasting(lasts.find((one) => one === event.target.value) ?? 'forever')}
      >
        {lasts.map((one) => (
          <option key={one} value={one}>
            {profileTexts.lastings[one]}
          </option>
        ))}
      </Choice>
      {lasting === 'custom' ? (
        <Field
          label={profileTexts.statusEnd}
          type="datetime-local"
          min={localValue(Date.now())}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
      ) : null}
      {profile.status_expiration > 0 ? (
        <p className={css.until}>{profileTexts.statusUntil(profile.status_expiration)}</p>
      ) : null}
      <p className={form.problem} role="alert">
        {set.problem ?? clear.problem}
      </p>
      <div className={form.acts}>
        <Button type="submit" look="main" busy={set.isBusy}>
          {profileTexts.setStatus}
        </Button>
        {hasStatus ? (
          <Button busy={clear.isBusy} onClick={() => void clear.submit()}>
            {profileTexts.clearStatus}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
