import type { Message } from '../../../protocol/entities.ts';
import type { SystemSubtype } from '../../../protocol/message-subtypes.ts';

/** What happened, where the message itself does not say it. */
const happened: Readonly<Record<SystemSubtype, string>> = {
  channel_join: 'joined',
  channel_leave: 'left',
  channel_topic: 'changed the topic',
  channel_purpose: 'changed the purpose',
  channel_name: 'renamed the channel',
  channel_archive: 'archived the channel',
  channel_unarchive: 'took the channel out of the archive',
  channel_convert_to_private: 'made the channel private',
  channel_convert_to_public: 'made the channel public',
};

type Told = Pick<Message, 'text' | 'user' | 'inviter'> & { readonly subtype: SystemSubtype };

/** As mrkdwn: who, and what they did. */
export function systemWords({ subtype, text, user, inviter }: Told): string {
  const who = user === undefined ? '' : `<@${user}> `;
  if (subtype === 'channel_join' && inviter !== undefined && inviter !== user)
    return `${who}was added by <@${inviter}>`;
  return text.trim() === '' ? `${who}${happened[subtype]}` : text;
}
