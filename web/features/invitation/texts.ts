import type { MethodError } from '../../../protocol/methods.ts';
import type { Role } from '../../../protocol/roles.ts';

const asRole: Readonly<Record<Role, string>> = {
  owner: 'You come as an owner.',
  admin: 'You come as an admin.',
  member: 'You come as a member.',
  guest: 'You come as a guest, in the channels that were picked for you.',
};

export const invitationTexts = {
  invites: 'invites you to join',
  lede: (role: Role) => `${asRole[role]} Your name and a password, and you are in.`,
  setupTitle: 'Set this server up',
  setupLede: 'This link makes you the one who may start workspaces here. It works once.',
  email: 'E-mail',
  emailHint: 'you@example.com',
  name: 'Your name',
  nameHint: 'As your team knows you',
  password: 'Password',
  passwordHelp: 'Eight characters or more. A sentence works well.',
  join: (team: string) => `Join ${team}`,
  setUp: 'Set up',
  haveAccount: 'Have an account here? Give its own address and password.',
  emailMissing: 'Write your e-mail address.',
  nameMissing: 'Write your name.',
  passwordMissing: 'Choose a password.',
  reading: 'Reading the invitation',
  toStart: 'Go to the start',
  tryAgain: 'Try again',
  signIn: 'Sign in',
} as const;

type Dead =
  'invitation_not_found' | 'invitation_expired' | 'invitation_used' | 'invitation_revoked' | 'unreachable';
export const deadTexts: Readonly<Record<Dead, { readonly title: string; readonly lede: string }>> = {
  invitation_not_found: {
    title: 'This link leads nowhere',
    lede: 'It may have been cut off on the way. Copy it again, whole, or ask for a new one.',
  },
  invitation_expired: {
    title: 'This link is over',
    lede: 'Invitations last some days. Ask whoever sent it for a new one.',
  },
  invitation_used: {
    title: 'This link was used up',
    lede: 'It let in as many people as it could. Ask for a new one, or sign in if it was you.',
  },
  invitation_revoked: {
    title: 'This link was taken back',
    lede: 'Whoever sent it changed their mind, or sent a newer one. Ask them.',
  },
  unreachable: {
    title: 'The server does not answer',
    lede: 'Your invitation is still good. Try again in a moment.',
  },
};
export const deadReason = (code: string): Dead =>
  Object.hasOwn(deadTexts, code) ? (code as Dead) : 'unreachable';
/** No other try lets anybody in by it. */
export const isDead = (code: string): boolean => deadReason(code) !== 'unreachable';

type Code = MethodError<'invitations.accept'> | 'unreachable';
const known: Partial<Record<Code, string>> = {
  invitation_for_other_email: 'This link works for one address alone, and it is another one.',
  password_too_short: 'Eight characters or more, please. A sentence works well.',
  invalid_credentials:
    'This address has an account already. Give the password that belongs to it. If it never had one, sign in by a code and set one under Settings, Account.',
  sign_up_closed: 'This server takes no new accounts.',
  unreachable: 'The server did not answer. Try again.',
  account_deactivated: 'You were deactivated in this workspace. An owner can bring you back.',
  invalid_arguments: 'One of these does not look right. Check the address.',
  ratelimited: 'Too many tries. Wait a minute, then try again.',
};
export const acceptProblem = (code: Code): string =>
  known[code] ?? 'That did not work, and it is our fault. Try again in a moment.';
