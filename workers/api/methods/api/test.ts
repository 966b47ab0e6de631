import type { CommonError } from '../../../../protocol/errors.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

const codeLengthMax = 100;

export const apiTest = handler<'api.test'>(async (_, args) => {
  const echo = Object.fromEntries(Object.entries(args));
  const { error } = echo;
  if (typeof error !== 'string' || error === '') return accept({ args: echo });
  // Whatever code the caller wants to see: the one method whose errors no table can name.
  return { ...refuse(error.slice(0, codeLengthMax) as CommonError), args: echo };
});
