import * as v from 'valibot';
import { method } from './method.ts';

export const api = {
  'api.test': method({
    about: 'Answers with what it was sent. With `error`, answers that error.',
    tokens: ['none'],
    scope: undefined,
    tier: 'tier4',
    input: v.looseObject({}),
    output: v.object({ args: v.record(v.string(), v.unknown()) }),
    errors: [],
  }),
};
