import { expect, test } from 'vitest';
import { isTimeZone, timeZoneAt } from './time-zone.ts';

const winter = Date.UTC(2026, 0, 15);
const summer = Date.UTC(2026, 6, 15);

test('label and offset are those of the moment', () => {
  expect(timeZoneAt('Etc/UTC', winter)).toEqual({ label: 'Coordinated Universal Time', offset: 0 });
  expect(timeZoneAt('America/New_York', winter)).toEqual({ label: 'Eastern Standard Time', offset: -18_000 });
  expect(timeZoneAt('America/New_York', summer)).toEqual({ label: 'Eastern Daylight Time', offset: -14_400 });
  expect(timeZoneAt('Asia/Kathmandu', summer)?.offset).toBe(20_700);
});

test('what names no place is no time zone', () => {
  for (const name of ['', 'Mars/Olympus', '+02:00', '2']) {
    expect(isTimeZone(name)).toBe(false);
    expect(timeZoneAt(name, winter)).toBeUndefined();
  }
  expect(isTimeZone('Europe/Berlin')).toBe(true);
});
