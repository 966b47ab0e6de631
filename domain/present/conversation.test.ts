import { expect, test } from 'vitest';
import * as v from 'valibot';
import { ChannelSummary } from '../../protocol/channel-summary.ts';
import { Conversation } from '../../protocol/entities.ts';
import { TeamId, UserId } from '../../protocol/ids.ts';
import { presentConversation } from './conversation.ts';

const ada = v.parse(UserId, 'U0ADAADAADAA');
const bo = v.parse(UserId, 'U0BOBOBOBOBO');
const view = { teamId: v.parse(TeamId, 'T0AAAAAAAAAA'), viewer: ada, isMember: true };
const words = { value: '', creator: '', lastSet: 0 };

const summary = (kind: ChannelSummary['kind'], id: string, people?: UserId[]): ChannelSummary =>
  v.parse(ChannelSummary, {
    id,
    kind,
    name: kind === 'direct' ? '' : 'release',
    isGeneral: false,
    isArchived: false,
    created: 1_700_000_000,
    creator: ada,
    topic: words,
    purpose: words,
    previousNames: [],
    memberCount: 2,
    updatedMs: 1_700_000_000_000,
    ...(people ? { people } : {}),
    rev: 1,
  });

test.each([
  ['public', 'C0AAAAAAAAAA', { is_channel: true, is_private: false }],
  ['private', 'C0BBBBBBBBBB', { is_channel: true, is_private: true, is_group: false }],
  ['group', 'G0AAAAAAAAAA', { is_mpim: true, is_private: true, is_channel: false }],
  ['direct', 'D0AAAAAAAAAA', { is_im: true, is_channel: false, user: bo }],
] as const)('a %s channel has Slack’s flags and fits the contract', (kind, id, flags) => {
  const shown = presentConversation(summary(kind, id, [ada, bo]), view);
  expect(shown).toMatchObject(flags);
  expect(v.is(Conversation, shown)).toBe(true);
});

test('a direct channel shows no name, topic or count', () => {
  const shown = presentConversation(summary('direct', 'D0AAAAAAAAAA', [ada, bo]), {
    ...view,
    withCount: true,
  });
  for (const field of ['name', 'topic', 'purpose', 'num_members']) expect(shown).not.toHaveProperty(field);
});

test('a direct channel with oneself shows oneself', () => {
  expect(presentConversation(summary('direct', 'D0AAAAAAAAAA', [ada]), view).user).toBe(ada);
});

test('the count, the mark and the locale come where they were asked for alone', () => {
  const channel = summary('public', 'C0AAAAAAAAAA');
  const bare = presentConversation(channel, view);
  for (const field of ['num_members', 'last_read', 'locale']) expect(bare).not.toHaveProperty(field);
  expect(
    presentConversation(channel, { ...view, withCount: true, withLocale: true, lastRead: '' }),
  ).toMatchObject({ num_members: 2, locale: 'en-US', last_read: '0000000000.000000' });
});
