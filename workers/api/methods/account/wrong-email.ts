import { refuse } from '../../../../protocol/refusal.ts';

/** An address that passed the method's schema and is none to the account library. */
export const wrongEmail = refuse('invalid_arguments', {
  messages: ['[ERROR] must be an e-mail address [json-pointer:/email]'],
});
