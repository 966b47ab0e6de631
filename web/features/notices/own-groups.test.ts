import { expect, test } from 'vitest';
import type { News, Workspace } from '../../store/contract.ts';
import { atom } from 'nanostores';
import { ownGroups } from './own-groups.ts';

const [mine, other] = ['S0AAAAAAAAAA', 'S0BBBBBBBBBB'];

test('a group that one is in calls one, asked once and anew after a change; another’s and no group do not', async () => {
  const answers = [
    { ok: false, error: 'unreachable' },
    {
      ok: true,
      usergroups: [
        { id: mine, users: ['U0ME'] },
        { id: other, users: ['U0OTHER'] },
      ],
    },
    { ok: true, usergroups: [] },
  ];
  let asked = 0;
  let hear: (news: News) => void = () => undefined;
  const groups = ownGroups({
    call: (() => Promise.resolve(answers[Math.min(asked++, 2)])) as unknown as Workspace['call'],
    follow: (listener) => {
      hear = listener;
      return () => undefined;
    },
    $self: atom({ id: 'U0ME' }) as unknown as Workspace['$self'],
  });
  const calls = (id: string) => groups.callsMe(`<!subteam^${id}> look`);
  expect(await groups.callsMe('nobody <@U0ME>')).toBe(false);
  expect(asked).toBe(0);
  expect(await calls(mine)).toBe(false);
  expect([await calls(mine), await calls(other), await calls(mine)]).toEqual([true, false, true]);
  expect(asked).toBe(2);
  hear({ type: 'subteam_updated' } as unknown as News);
  expect(await calls(mine)).toBe(false);
});
