import { expect, test } from 'vitest';
import { pathOf, placeOf } from './place.ts';

test.each([
  '/w/T0AAAAAAAAAA',
  '/w/T0AAAAAAAAAA/you',
  '/w/T0AAAAAAAAAA/settings',
  '/w/T0AAAAAAAAAA/settings/people',
  '/w/T0AAAAAAAAAA/C0BBBBBBBBBB',
  '/w/T0AAAAAAAAAA/activity',
  '/w/T0AAAAAAAAAA/scheduled',
  '/w/T0AAAAAAAAAA/C0BBBBBBBBBB/members',
  '/w/T0AAAAAAAAAA/C0BBBBBBBBBB/pins',
  '/w/T0AAAAAAAAAA/C0BBBBBBBBBB/m/1700000000.000001',
  '/w/T0AAAAAAAAAA/D0BBBBBBBBBB/t/1700000000.000001',
  '/w/T0AAAAAAAAAA/C0BBBBBBBBBB/t/1700000000.000001/m/1700000001.000001',
])('%s is an address that leads back to itself', (path) => {
  const place = placeOf(path);
  expect(place && pathOf(place)).toBe(path);
});

test('what cannot be read of an address is left out, and another address is none', () => {
  expect(placeOf('/w/T0AAAAAAAAAA/C0BBBBBBBBBB/t/nonsense')).toEqual({
    teamId: 'T0AAAAAAAAAA',
    channelId: 'C0BBBBBBBBBB',
  });
  expect(placeOf('/w/nobody')).toBeUndefined();
  expect(placeOf('/invite/x')).toBeUndefined();
});
