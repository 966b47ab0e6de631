import { splitRealName } from '../naming/real-name.ts';

/** What a person says of themselves, as it is stored; Slack's form is made of it (durable-objects/directory/present-user.ts). */
export interface ProfileFacts {
  readonly realName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly title: string;
  readonly phone: string;
  readonly skype: string;
  readonly pronouns: string;
  readonly statusText: string;
  readonly statusEmoji: string;
  /** Seconds; 0 is never. */
  readonly statusExpiration: number;
  readonly email: string | undefined;
  /** A name of the IANA list. */
  readonly tz: string;
  /** Names the pictures of their photo (domain/images/pictures.ts). */
  readonly photo?: string;
}

export const profileOf = (realName: string, email: string | undefined): ProfileFacts => ({
  realName,
  ...splitRealName(realName),
  displayName: '',
  title: '',
  phone: '',
  skype: '',
  pronouns: '',
  statusText: '',
  statusEmoji: '',
  statusExpiration: 0,
  email,
  tz: 'Etc/UTC',
});
