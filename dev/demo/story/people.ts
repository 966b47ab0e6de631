import type { Role } from '../../../protocol/roles.ts';

export interface Person {
  readonly handle: string;
  readonly realName: string;
  readonly title: string;
  readonly timeZone: string;
  readonly role: Role;
  readonly status?: { readonly text: string; readonly emoji: string };
}

/** Skerry: fourteen people who make an app that tells islanders when the ferry sails. The first one owns it. */
export const people = [
  {
    handle: 'maren',
    realName: 'Maren Solheim',
    title: 'Founder',
    timeZone: 'Europe/Oslo',
    role: 'owner',
    status: { text: 'On the 14:10 to Havsøy', emoji: ':ferry:' },
  },
  {
    handle: 'tomas',
    realName: 'Tomás Ferreira',
    title: 'Engineering lead',
    timeZone: 'Europe/Lisbon',
    role: 'admin',
  },
  {
    handle: 'noor',
    realName: 'Noor Haddad',
    title: 'Product manager',
    timeZone: 'Asia/Amman',
    role: 'admin',
  },
  {
    handle: 'priya',
    realName: 'Priya Raghunathan',
    title: 'Backend engineer',
    timeZone: 'Asia/Kolkata',
    role: 'member',
  },
  { handle: 'jun', realName: 'Jun Watanabe', title: 'iOS engineer', timeZone: 'Asia/Tokyo', role: 'member' },
  {
    handle: 'adaeze',
    realName: 'Adaeze Okafor',
    title: 'Android engineer',
    timeZone: 'Africa/Lagos',
    role: 'member',
  },
  {
    handle: 'lucia',
    realName: 'Lucía Benítez',
    title: 'Design lead',
    timeZone: 'America/Argentina/Buenos_Aires',
    role: 'member',
    status: { text: 'Drawing boats', emoji: ':pencil2:' },
  },
  {
    handle: 'henrik',
    realName: 'Henrik Lindqvist',
    title: 'Timetable data',
    timeZone: 'Europe/Stockholm',
    role: 'member',
  },
  {
    handle: 'callum',
    realName: 'Callum Reid',
    title: 'Support',
    timeZone: 'Europe/London',
    role: 'member',
  },
  {
    handle: 'wes',
    realName: 'Wes Tanaka-Boyd',
    title: 'Support, Pacific',
    timeZone: 'America/Vancouver',
    role: 'member',
  },
  { handle: 'amara', realName: 'Amara Diallo', title: 'Quality', timeZone: 'Africa/Dakar', role: 'member' },
  {
    handle: 'sofie',
    realName: 'Sofie Vandenberghe',
    title: 'Words and launches',
    timeZone: 'Europe/Brussels',
    role: 'member',
  },
  {
    handle: 'ravi',
    realName: 'Ravi Menon',
    title: 'Finance and everything else',
    timeZone: 'Asia/Singapore',
    role: 'member',
    status: { text: 'Half day', emoji: ':palm_tree:' },
  },
  {
    handle: 'elena',
    realName: 'Elena Kowalczyk',
    title: 'Translator',
    timeZone: 'Europe/Warsaw',
    role: 'guest',
  },
] as const satisfies readonly Person[];

export type Handle = (typeof people)[number]['handle'];
