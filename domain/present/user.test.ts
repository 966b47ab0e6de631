import { expect, test } from 'vitest';
import type { User } from '../../protocol/entities.ts';
import { presentUser } from './user.ts';

const picture = '/avatars/T0ADAADAADAA/1';
const user = {
  id: 'U0ADAADAADAA',
  name: 'ada',
  profile: {
    real_name: 'Ada',
    email: 'ada@example.com',
    avatar_hash: 'abc',
    image_24: `${picture}/24`,
    image_32: '',
    image_48: '',
    image_72: '',
    image_192: '',
    image_512: '',
  },
} as unknown as User;

test('the address is there with the right to see it alone, and the original keeps it', () => {
  expect(presentUser(user, { withEmail: false, origin: '' }).profile).not.toHaveProperty('email');
  expect(presentUser(user, { withEmail: true, origin: '' }).profile.email).toBe('ada@example.com');
  expect(user.profile.email).toBe('ada@example.com');
});

test('the locale comes where it was asked for', () => {
  expect(presentUser(user, { withEmail: false, origin: '' })).not.toHaveProperty('locale');
  expect(presentUser(user, { withEmail: false, withLocale: true, origin: '' }).locale).toBe('en-US');
});

test('a picture of ours has the origin of whoever asked, and who has none has none', () => {
  const { profile } = presentUser(user, { withEmail: false, origin: 'https://chat.example.com' });
  expect(profile.image_24).toBe(`https://chat.example.com${picture}/24`);
  expect(profile.image_72).toBe('');
});
