import type { Handle } from './people.ts';

export interface Usergroup {
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  readonly people: readonly Handle[];
}

/** In a text `@handle` mentions all of them. */
export const usergroups: readonly Usergroup[] = [
  {
    handle: 'release-crew',
    name: 'Release crew',
    description: 'Who says go or no-go',
    people: ['noor', 'tomas', 'priya', 'jun', 'adaeze', 'amara'],
  },
];
