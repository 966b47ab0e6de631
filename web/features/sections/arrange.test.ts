import { expect, test } from 'vitest';
import type { ChannelId } from '../../../protocol/ids.ts';
import { sectionOf, shifted, withChannelIn, withName, withoutSection, withSection } from './arrange.ts';

const launch = 'C0000LAUNCH' as ChannelId;
const all = [
  { id: 'a', name: 'A', channels: [launch] },
  { id: 'b', name: 'B', channels: [] },
];
const ids = (sections: readonly { id: string }[]) => sections.map(({ id }) => id).join('');

test('a channel is in one section at most, and leaves it without another', () => {
  const moved = withChannelIn(all, launch, 'b');
  expect(moved.map(({ channels }) => channels)).toEqual([[], [launch]]);
  expect(withChannelIn(moved, launch, 'b')).toEqual(moved);
  expect(sectionOf(withChannelIn(moved, launch, undefined), launch)).toBeUndefined();
});

test('a new one stands above, with a name as it was meant', () => {
  expect(withSection(all, { id: 'c', name: ' New ' })[0]).toEqual({ id: 'c', name: 'New', channels: [] });
  expect(withName(all, 'b', ' Better ')[1]?.name).toBe('Better');
  expect(ids(withoutSection(all, 'a'))).toBe('b');
});

test('one moves by a place, and stays at the ends', () => {
  expect(ids(shifted(all, 'b', -1))).toBe('ba');
  expect(ids(shifted(all, 'a', -1))).toBe('ab');
  expect(ids(shifted(all, 'b', 1))).toBe('ab');
  expect(ids(shifted(all, 'none', 1))).toBe('ab');
});
