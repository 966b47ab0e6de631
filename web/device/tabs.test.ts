import { expect, test } from 'vitest';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import { browserTabs } from './tabs.ts';
import type { TabMessage } from './tabs.ts';
import { tellSignedOut } from './tell-signed-out.ts';

const teamId = 'T0AAAAAAAAAA' as TeamId;
const [ann, bob] = ['U0AAAAAAAAAA' as UserId, 'U0BBBBBBBBBB' as UserId];

test('a tab hears that its person signed out in a tab of another workspace, and not that somebody else did', async () => {
  const tabs = browserTabs(teamId);
  const heard: TabMessage[] = [];
  const told = new Promise<void>((resolve) => {
    tabs.join(ann, {
      heard: (message) => {
        heard.push(message);
        resolve();
      },
      otherPerson: () => expect.unreachable(),
    });
  });
  tellSignedOut(teamId, bob);
  tellSignedOut(teamId, ann);
  await told;
  expect(heard).toEqual([{ type: 'signed_out' }]);
  tabs.close();
});
