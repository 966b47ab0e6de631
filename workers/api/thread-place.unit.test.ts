import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import { compareThreads, readPlace, writePlace } from './thread-place.ts';

const channelId = mintId('C');
const place = { activity: '1700000009.000000', channelId, threadTs: '1700000000.000000' };

test('a place is read as it was written, and nothing else is one', () => {
  expect(readPlace(writePlace(place))).toEqual(place);
  for (const text of [
    '',
    'next',
    `${place.activity}/${channelId}`,
    `${writePlace(place)}/more`,
    'now/here/1',
  ])
    expect(readPlace(text)).toBeUndefined();
});

test('newest activity comes first, and among equals there is one order', () => {
  const older = { ...place, activity: '1700000008.000000' };
  const later = { ...place, threadTs: '1700000001.000000' };
  expect([later, older, place].toSorted(compareThreads)).toEqual([place, later, older]);
  expect(compareThreads(place, { ...place })).toBe(0);
});
