import type { User } from '../../../protocol/entities.ts';
import { fold } from '../../store/fold.ts';
import { roleOf } from '../people/role.ts';

export const kinds = ['all', 'owner', 'admin', 'member', 'guest', 'bot'] as const;
export type Kind = (typeof kinds)[number];
export const states = ['all', 'active', 'deactivated'] as const;
export type State = (typeof states)[number];

export interface Wanted {
  readonly query: string;
  readonly kind: Kind;
  readonly state: State;
}

export const kindOf = (user: User): Exclude<Kind, 'all'> => (user.is_bot ? 'bot' : roleOf(user));

/** By name and address, each word of the query; who was deactivated comes last. */
export function findPeople(everybody: readonly User[], { query, kind, state }: Wanted): readonly User[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = everybody.filter((user) => {
    if (kind !== 'all' && kindOf(user) !== kind) return false;
    if (state !== 'all' && user.deleted !== (state === 'deactivated')) return false;
    const { real_name: real, name, profile } = user;
    const text = fold([real, name, profile.display_name, profile.email ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
  return [...found.filter((user) => !user.deleted), ...found.filter((user) => user.deleted)];
}
