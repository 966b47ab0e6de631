import type { Mail } from './port.ts';

/** The code stands in the subject too, where a phone's notification shows it. */
export const signInCodeMail = (to: string, code: string): Mail => ({
  to,
  kind: 'sign-in-code',
  subject: `${code} is your Edgewise code`,
  text: `Your code is ${code}. It works once, for ten minutes.\n\nDid you not ask for it? Then do nothing: without it nobody gets in.\n`,
});
