import type { User } from '../../../protocol/entities.ts';

/** What a person is called above their messages. */
export const nameOf = (user: User | undefined): string =>
  user === undefined ? '…' : user.real_name || user.profile.display_name || user.name;

/** What follows an `@`: the short name that they chose, else the whole one. */
export const mentionNameOf = (user: User): string => user.profile.display_name || user.real_name || user.name;

/** Other than `nameOf` alone: what finds them, too. */
export const secondNameOf = (user: User): string => {
  const { display_name: display } = user.profile;
  return display !== '' && display !== nameOf(user) ? display : '';
};

const list = new Intl.ListFormat(undefined, { type: 'conjunction', style: 'narrow' });
export const joinNames = (names: readonly string[]): string => list.format(names);
