import { channelWordsLengthMax } from '../../protocol/limits.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

/** Whether this can be what a channel is about. */
export const decideChannelWords = (what: 'topic' | 'purpose', words: string): Outcome<object, 'too_long'> =>
  words.length > channelWordsLengthMax
    ? refuse('too_long', { messages: [`[ERROR] ${what} is longer than ${channelWordsLengthMax} characters`] })
    : accept({});
