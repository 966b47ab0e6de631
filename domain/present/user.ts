import type { Profile, User } from '../../protocol/entities.ts';
import { absolute } from '../images/pictures.ts';

/** What the one who asks may see, or asked for, of a person. */
export interface UserView {
  /** With the scope users:read.email alone. */
  readonly withEmail: boolean;
  readonly withLocale?: boolean;
  /** Where we are reached: pictures are addressed whole for a caller who is not on our page. */
  readonly origin: string;
}

/** A person as a caller sees them: the Directory's own copy always has the address. */
export function presentUser(user: User, { withEmail, withLocale = false, origin }: UserView): User {
  const { locale, ...rest } = user;
  return {
    ...rest,
    profile: presentProfile(user.profile, { withEmail, origin }),
    ...(withLocale ? { locale: locale ?? 'en-US' } : {}),
  };
}

export function presentProfile(
  profile: Profile,
  { withEmail, origin }: Pick<UserView, 'withEmail' | 'origin'>,
): Profile {
  const { email, ...rest } = { ...profile, ...presentPhoto(profile, origin) };
  return withEmail && email !== undefined ? { ...rest, email } : rest;
}

export interface Photo extends Pick<
  Profile,
  'avatar_hash' | 'image_24' | 'image_32' | 'image_48' | 'image_72' | 'image_192' | 'image_512'
> {
  readonly image_1024?: string;
  readonly image_original?: string;
}

/** What is said of a photo. */
export function presentPhoto(profile: Profile, origin: string): Photo {
  const { image_1024: large, image_original: original } = profile;
  return {
    avatar_hash: profile.avatar_hash,
    image_24: absolute(origin, profile.image_24),
    image_32: absolute(origin, profile.image_32),
    image_48: absolute(origin, profile.image_48),
    image_72: absolute(origin, profile.image_72),
    image_192: absolute(origin, profile.image_192),
    image_512: absolute(origin, profile.image_512),
    ...(large === undefined ? {} : { image_1024: absolute(origin, large) }),
    ...(original === undefined ? {} : { image_original: absolute(origin, original) }),
  };
}
