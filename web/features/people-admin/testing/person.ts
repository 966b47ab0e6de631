import type { User } from '../../../../protocol/entities.ts';
import { user } from '../../../gateway/testing/sample.ts';

/** Somebody of the workspace, a full member unless said otherwise. */
export function person(name: string, flags: Partial<User> = {}): User {
  const base = user(`U0${name.toUpperCase().slice(0, 10).padEnd(10, 'A')}` as User['id'], name);
  return {
    ...base,
    name,
    ...flags,
    profile: { ...base.profile, display_name: name, email: `${name}@team.example` },
  };
}
