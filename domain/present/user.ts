import type { Profile, User } from '../../protocol/entities.ts';

/** What the one who asks may see, or asked for, of a person. */
export interface UserView {
  /** With the scope users:read.email alone. */
  readonly withEmail: boolean;
  readonly withLocale?: boolean;
}

/** A person as a caller sees them: the Directory's own copy always has the address. */
export function presentUser(user: User, { withEmail, withLocale = false }: UserView): User {
  const { locale, ...rest } = user;
  return {
    ...rest,
    profile: presentProfile(user.profile, { withEmail }),
    ...(withLocale ? { locale: locale ?? 'en-US' } : {}),
  };
}

export function presentProfile(profile: Profile, { withEmail }: Pick<UserView, 'withEmail'>): Profile {
  if (withEmail) return profile;
  const { email: _, ...rest } = profile;
  return rest;
}
