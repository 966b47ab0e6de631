import type { Message, Team, User } from '../../../protocol/entities.ts';
import type { HelloChannel, HelloFrame } from '../../../protocol/frames.ts';
import type { ChannelId, TeamId, UserId } from '../../../protocol/ids.ts';
import { timestampOf } from '../../../protocol/timestamp.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { version } from '../../../protocol/version.ts';
import type { LogFrame } from '../frames.ts';

export const teamId = 'T0AAAAAAAAAA' as TeamId;
export const general = 'C0AAAAAAAAAA' as ChannelId;
export const random = 'C0BBBBBBBBBB' as ChannelId;
export const ann = 'U0AAAAAAAAAA' as UserId;
export const bob = 'U0BBBBBBBBBB' as UserId;

export const at = (seq: number): Timestamp => timestampOf(1_700_000_000_000_000 + seq * 1_000_000);

const words = { real_name_normalized: '', display_name: '', display_name_normalized: '', first_name: '' };
const images = { image_24: '', image_32: '', image_48: '', image_72: '', image_192: '', image_512: '' };

export const user = (id: UserId, name: string, extra: Partial<User> = {}): User => ({
  id,
  team_id: teamId,
  name: name.toLowerCase(),
  deleted: false,
  color: '000000',
  real_name: name,
  tz: 'Europe/Berlin',
  tz_label: '',
  tz_offset: 0,
  profile: {
    ...words,
    ...images,
    title: '',
    phone: '',
    skype: '',
    real_name: name,
    last_name: '',
    status_text: '',
    status_emoji: '',
    status_expiration: 0,
    status_text_canonical: '',
    avatar_hash: '',
    fields: null,
    team: teamId,
  },
  is_admin: false,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: false,
  is_app_user: false,
  is_email_confirmed: true,
  updated: 1,
  who_can_share_contact_card: 'EVERYONE',
  ...extra,
});

export const team: Team = {
  id: teamId,
  name: 'Sailors',
  url: 'http://localhost/',
  domain: 'sailors',
  email_domain: '',
  icon: { image_default: true, image_34: '', image_68: '', image_132: '' },
};

export const line = (id: ChannelId, extra: Partial<HelloChannel> = {}): HelloChannel => ({
  id,
  name: id === general ? 'general' : 'random',
  kind: 'public',
  is_archived: false,
  is_general: id === general,
  head: 0,
  ordinal: 0,
  marked_ordinal: 0,
  last_read: '0000000000.000000',
  unread: 0,
  mentions: 0,
  ...extra,
});

export const hello = (channels: HelloChannel[], extra: Partial<HelloFrame> = {}): HelloFrame => ({
  type: 'hello',
  version,
  self: user(ann, 'Ann'),
  team,
  head: 5,
  channels,
  ...extra,
});

export const message = (seq: number, extra: Partial<Message> = {}): Message => ({
  type: 'message',
  user: bob,
  text: `message ${seq}`,
  ts: at(seq),
  team: teamId,
  seq,
  rev: seq,
  ordinal: seq,
  ...extra,
});

export const posted = (channel: ChannelId, row: Message, extra: object = {}): LogFrame => ({
  ...row,
  channel,
  channel_type: 'channel',
  event_ts: row.ts,
  ...extra,
});
