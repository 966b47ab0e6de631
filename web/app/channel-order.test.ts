import { expect, test } from 'vitest';
import type { ChannelId } from '../../protocol/ids.ts';
import { grouped } from './channel-order.ts';

const line = (word: string, more: { isStarred?: boolean; kind?: 'public' | 'direct' } = {}) => ({
  id: word as ChannelId,
  kind: 'public' as const,
  isStarred: false,
  ...more,
});
const lines = [
  line('general'),
  line('launch'),
  line('news', { isStarred: true }),
  line('ada', { kind: 'direct' }),
];
const shown = (own?: Parameters<typeof grouped>[1]) =>
  grouped(lines, own).map(({ name, lines: of }) => [name, ...of.map(({ id }) => id as string)]);

test('without sections of one’s own: starred, channels, direct messages', () => {
  expect(shown()).toEqual([
    ['starred', 'news'],
    ['channels', 'general', 'launch'],
    ['direct', 'ada'],
  ]);
});

test('a channel stands where its person put it, but a starred one above all', () => {
  const own = [
    { id: 'a', name: 'Projects', channels: ['launch', 'news', 'gone'] as ChannelId[] },
    { id: 'channels', name: 'People', channels: ['ada'] as ChannelId[] },
  ];
  expect(shown(own)).toEqual([
    ['starred', 'news'],
    ['own:a', 'launch'],
    ['own:channels', 'ada'],
    ['channels', 'general'],
    ['direct'],
  ]);
});
