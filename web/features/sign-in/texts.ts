import type { MethodError } from '../../../protocol/methods.ts';

export const signInTexts = {
  title: 'Sign in',
  lede: 'With the address that your team knows you by.',
  email: 'E-mail',
  emailHint: 'you@example.com',
  sendCode: 'Send me a code',
  sending: 'Sending',
  usePassword: 'Use a password instead',
  useCode: 'Use a code instead',
  password: 'Password',
  signIn: 'Sign in',
  codeTitle: 'Look in your mail',
  codeLede: (email: string) => `A code is on its way to ${email}. It is good for ten minutes.`,
  codeDevelopment:
    'This is a development server: the mail is in the outbox, at the address that npm run dev printed.',
  code: 'Code',
  again: 'Send another',
  sentAgain: 'Another code is on its way. The last one counts.',
  otherEmail: 'Use another address',
  newHere: 'New here?',
  createWorkspace: 'Create a workspace',
  emailMissing: 'Write your e-mail address.',
  codeMissing: 'Write the code from the mail.',
  passwordMissing: 'Write your password.',
} as const;

type Code = MethodError<'account.signIn'> | MethodError<'account.requestCode'> | 'unreachable';
const known: Partial<Record<Code, string>> = {
  invalid_arguments: 'This is no e-mail address we can use. Check it for a slip.',
  mail_not_configured: 'This server sends no mail. Sign in with a password, or ask for an invitation.',
  invalid_code: 'That is not the code we sent last. Check it, or send another.',
  code_expired: 'This code is over. Send another.',
  invalid_credentials: 'Address and password do not fit. Try again, or use a code.',
  unreachable: 'The server did not answer. Try again.',
  ratelimited: 'Too many tries. Wait a minute, then try again.',
};
export const signInProblem = (code: string): string =>
  known[code as Code] ?? 'That did not work, and it is our fault. Try again in a moment.';
