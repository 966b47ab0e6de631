import { commonProblem } from '../settings/texts.ts';
import type { Lasting } from './status-until.ts';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const profileTexts = {
  card: (name: string) => `About ${name}`,
  message: 'Message',
  notes: 'Your own notes',
  edit: 'Profile and status',
  mention: 'Name',
  time: (clock: string) => `${clock} there now`,
  title: 'Work',
  email: 'E-mail',
  localTime: 'Local time',
  pronouns: 'Pronouns',
  deactivated: 'Deactivated',

  pageLede: 'What the others of this workspace see of you.',
  photo: 'Picture',
  photoHelp: 'It stands beside what you write.',
  noPhoto: 'Your initials stand beside what you write.',
  photoSaved: 'That is you now.',
  status: 'Status',
  about: 'About you',
  statusEmoji: (emoji: string) => (emoji === '' ? 'Choose a picture' : `Picture ${emoji}. Choose another`),
  statusText: 'What you are doing',
  statusHint: 'In a workshop',
  lasts: 'It stays',
  lastings: {
    forever: 'Until you change it',
    '30m': 'For 30 minutes',
    '1h': 'For an hour',
    '4h': 'For 4 hours',
    today: 'Until the end of today',
    week: 'Until the end of this week',
    custom: 'Until a time of your own',
  } satisfies Record<Lasting, string>,
  statusEnd: 'It ends',
  statusFor: (words: string, seconds: number) => `${words} (until ${when.format(seconds * 1_000)})`,
  statusUntil: (seconds: number) => `Stays until ${when.format(seconds * 1_000)}.`,
  setStatus: 'Set the status',
  clearStatus: 'Clear it',
  statusSet: 'Your status is set.',
  statusCleared: 'Your status is cleared.',
  fields: {
    real_name: 'Full name',
    display_name: 'Display name',
    title: 'What you do',
    pronouns: 'Pronouns',
    phone: 'Telephone',
  },
  helps: {
    real_name: undefined,
    display_name: 'What follows an @ when somebody mentions you.',
    title: undefined,
    pronouns: undefined,
    phone: undefined,
  },
  timeZone: 'Time zone',
  timeZoneHelp: 'The others see what time it is for you.',
  save: 'Save',
  saved: 'Saved.',
} as const;

const known: Readonly<Record<string, string>> = {
  invalid_profile: 'The full name must not be empty.',
  time_in_past: 'Choose a day and a time that are still to come.',
  too_long: 'One of these is too long.',
  reserved_name: 'Nobody can be called this: it calls other people.',
};
export const profileProblem = (error: string): string => known[error] ?? commonProblem(error);
