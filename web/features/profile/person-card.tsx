import { useStore } from '@nanostores/react';
import MessageSquare from 'icon:message-square';
import UserRound from 'icon:user-round';
import { $card } from '../../app/layers.ts';
import type { Card } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { toast } from '../../ui/toast.ts';
import { channelProblem } from '../channels/texts.ts';
import { EmojiText } from '../emoji/emoji-text.tsx';
import { roleOf } from '../members/members-panel.tsx';
import { nameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { usePerson, useSelf } from '../people/use-people.ts';
import css from './person-card.module.css';
import { clockIn } from './clock-in.ts';
import { profileTexts } from './texts.ts';

/** Who somebody is, beside what was pressed. */
export function PersonCard() {
  const card = useStore($card);
  return card === undefined ? null : <OneCard key={card.userId} {...card} />;
}

function OneCard({ userId, anchor }: Card) {
  const { teamId, channels } = useWorkspace();
  const user = usePerson(userId);
  const self = useSelf();
  const close = (): void => $card.set(undefined);
  const write = async (): Promise<void> => {
    const opened = await channels.openDirect([userId]);
    if (!opened.ok) {
      toast(channelProblem(opened.error));
      return;
    }
    close();
    visit({ teamId, channelId: opened.channel.id });
  };
  if (user === undefined) return null;
  const { profile } = user;
  const status = `${profile.status_emoji} ${profile.status_text}`.trim();
  return (
    <Popover anchor={anchor} onClose={close} label={profileTexts.card(nameOf(user))} className={css.card}>
      <UserAvatar id={userId} user={user} size={72} />
      <h2 dir="auto">{nameOf(user)}</h2>
      <p className={css.under}>
        @{profile.display_name || user.name}
        {profile.pronouns ? ` · ${profile.pronouns}` : ''}
        {roleOf(user) === '' ? '' : ` · ${roleOf(user)}`}
      </p>
      {status === '' ? null : (
        <p className={css.status}>
          <EmojiText text={status} />
          {profile.status_expiration === 0 ? null : (
            <span className={css.under}> {profileTexts.statusUntil(profile.status_expiration)}</span>
          )}
        </p>
      )}
      <dl className={css.facts}>
        <Fact label={profileTexts.title} value={profile.title} />
        <Fact label={profileTexts.localTime} value={user.is_bot ? '' : clockIn(user.tz)} />
        <Fact label={profileTexts.fields.phone} value={profile.phone} />
        <Fact label={profileTexts.email} value={profile.email ?? ''} />
      </dl>
      {user.deleted ? (
        <p className={css.under}>{profileTexts.deactivated}</p>
      ) : (
        <Button data-autofocus onClick={() => void write()}>
          <Icon of={MessageSquare} />
          {userId === self.id ? profileTexts.notes : profileTexts.message}
        </Button>
      )}
      {userId === self.id ? (
        <Button
          onClick={() => {
            close();
            visit({ teamId, settings: 'profile' });
          }}
        >
          <Icon of={UserRound} />
          {profileTexts.edit}
        </Button>
      ) : null}
    </Popover>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) =>
  value === '' ? null : (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
