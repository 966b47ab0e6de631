import { commonProblem } from '../settings/texts.ts';

export const accountTexts = {
  lede: 'What you sign in with, in every workspace of this server.',
  email: 'E-mail',
  emailHelp: 'Codes are sent to it, and invitations find you by it.',
  password: 'Password',
  passwordLede: 'With a password you sign in without waiting for a mail. Other sessions stay as they are.',
  newPassword: 'New password',
  newPasswordHelp: 'At least eight characters.',
  save: 'Set the password',
  saved: 'The password is set.',
} as const;

const known: Readonly<Record<string, string>> = {
  password_too_short: 'Eight characters at least, 128 at most.',
  session_not_proved:
    'You signed in by a password here, which does not prove that the address is yours. Sign out, sign in by a mailed code, and set it then.',
};
export const accountProblem = (error: string): string => known[error] ?? commonProblem(error);
