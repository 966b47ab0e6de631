import { expect, test } from 'vitest';
import type { User } from '../../protocol/entities.ts';
import { presentUser } from './user.ts';

const user = {
  id: 'U0ADAADAADAA',
  name: 'ada',
  profile: { real_name: 'Ada', email: 'ada@example.com' },
} as unknown as User;

test('the address is there with the right to see it alone, and the original keeps it', () => {
  expect(presentUser(user, { withEmail: false }).profile).toEqual({ real_name: 'Ada' });
  expect(presentUser(user, { withEmail: true }).profile.email).toBe('ada@example.com');
  expect(user.profile.email).toBe('ada@example.com');
});

test('the locale comes where it was asked for', () => {
  expect(presentUser(user, { withEmail: false })).not.toHaveProperty('locale');
  expect(presentUser(user, { withEmail: false, withLocale: true }).locale).toBe('en-US');
});
