import { expect, test } from 'vitest';
import { storedSubtypes, systemSubtypes } from '../../../protocol/message-subtypes.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { parseMrkdwn } from '../../../domain/mrkdwn/parse.ts';
import { plainText } from '../../../domain/mrkdwn/plain-text.ts';
import { systemWords } from './system-words.ts';

const user = 'U0AAAAAAAAAA' as UserId;
const inviter = 'U0BBBBBBBBBB' as UserId;
const names = { user: (id: UserId) => (id === user ? 'Ann' : 'Bob'), channel: () => undefined };
const say = (words: string): string => plainText(words, names);

test('each thing that can happen to a channel has words of its own', () => {
  const all = systemSubtypes.map((subtype) => say(systemWords({ subtype, text: '', user })));
  for (const words of all) expect(words).toMatch(/^@Ann [a-z].*[a-z]$/);
  expect(new Set(all).size).toBe(systemSubtypes.length);
});

test('what the message says itself goes first; who was brought in is said to be', () => {
  for (const subtype of systemSubtypes) {
    const text = `<@${user}> did *that*`;
    expect(systemWords({ subtype, text, user })).toBe(text);
  }
  const text = `<@${user}> has joined the channel`;
  expect(say(systemWords({ subtype: 'channel_join', text, user, inviter }))).toBe('@Ann was added by @Bob');
  expect(systemWords({ subtype: 'channel_join', text, user, inviter: user })).toBe(text);
});

test('a subtype that is kept is told in a line, or is somebody’s words', () => {
  const said = ['me_message', 'thread_broadcast', 'bot_message'];
  expect(storedSubtypes.filter((subtype) => !said.includes(subtype))).toEqual([...systemSubtypes]);
  expect(parseMrkdwn(systemWords({ subtype: 'channel_topic', text: ' ', user: undefined }))).not.toEqual([]);
});
