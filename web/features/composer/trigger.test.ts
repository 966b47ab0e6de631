import { expect, test } from 'vitest';
import { triggerAt } from './trigger.ts';

const at = (text: string) => {
  const found = triggerAt(text, text.length);
  return found && `${found.kind} ${found.query} ${found.from}`;
};

test.each([
  ['hello @no', 'person no 6'],
  ['@', 'person  0'],
  ['@Noor Ha', 'person Noor Ha 0'],
  ['see #lau', 'channel lau 4'],
  ['well :ta', 'emoji ta 5'],
  ['/mu', 'command mu 0'],
])('%s asks for %s', (text, expected) => expect(at(text)).toBe(expected));

test.each(['mail a@b', 'at 10:30', 'a :s', 'x /mute', 'https://a.example/#x', 'plain'])(
  '%s asks for nothing',
  (text) => expect(at(text)).toBeUndefined(),
);
