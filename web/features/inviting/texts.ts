import type { MethodError } from '../../../protocol/methods.ts';
import type { Role } from '../../../protocol/roles.ts';

const until = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
  guest: 'Guest',
};
const usesOf = (uses: number): string => (uses === 1 ? 'One person' : `Up to ${uses} people`);

export const invitingTexts = {
  title: 'Invite people',
  lede: 'A link to copy into a mail or a chat. Whoever opens it chooses a name and a password, and is in.',
  role: 'They come as',
  roles: roleNames,
  guestChannels: 'Channels that guests see',
  guestHelp: 'A guest sees these and nothing else.',
  days: 'The link lasts',
  daysOf: (days: number) => (days === 1 ? 'One day' : `${days} days`),
  uses: 'For',
  usesOf,
  email: 'For one address alone (if you like)',
  emailHelp: 'Nobody with another address gets in by the link. It is not sent: that is for you to do.',
  make: 'Make the link',
  link: 'The link',
  copy: 'Copy link',
  copied: 'Link copied.',
  made: (role: Role, whom: number | string, expires: number) =>
    `${roleNames[role]} · ${typeof whom === 'string' ? whom : usesOf(whom).toLowerCase()} · until ${until.format(expires * 1_000)}`,
  once: 'It is shown once. Keep it to those whom you mean.',
  another: 'Make another',
  done: 'Done',
  adminsAlone: 'In this workspace admins and owners let people in. Ask one of them for a link.',
  cancel: 'Cancel',

  listLede: 'Links that still let somebody in. One that was used up, is over or was taken back is not here.',
  none: 'No link is open. Invite the people you work with.',
  noneOfYours: 'No link is open. In this workspace admins and owners let people in.',
  forWhom: 'For',
  anybody: 'Anybody with the link',
  used: 'Used',
  usedOf: (uses: number, max: number) => `${uses} of ${max}`,
  until: 'Until',
  day: (seconds: number) => day.format(seconds * 1_000),
  by: 'Made by',
  actions: 'Actions',
  revoke: 'Revoke',
  revokeOf: (role: Role, inviter: string) => `Revoke: ${roleNames[role]}, made by ${inviter}`,
  revoked: 'The link lets nobody in any more.',
  channel: (name: string | undefined) => (name === undefined ? 'a private channel' : `#${name}`),
} as const;

const known: Partial<Record<MethodError<'invitations.create'> | 'unreachable', string>> = {
  restricted_action: 'Your role does not allow this kind of invitation.',
  guest_needs_channels: 'Pick at least one channel for guests.',
  invalid_arguments: 'That is no e-mail address.',
  channel_not_found: 'One of the channels is gone.',
  ratelimited: 'Too many links at once. Wait a minute.',
  unreachable: 'The server did not answer. Try again.',
};
export const invitingProblem = (code: MethodError<'invitations.create'> | 'unreachable'): string =>
  known[code] ?? 'That did not work. Try again in a moment.';
