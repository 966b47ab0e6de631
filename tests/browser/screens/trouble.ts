import type { Page } from '@playwright/test';
import { closeCodes } from '../../../protocol/frames.ts';
import { composer, log } from '../support/parts.ts';
import { Wire } from '../support/wire.ts';
import { channel, open } from './screen.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

/** On a page whose socket is ours to break. */
const onWire =
  (act: (page: Page, wire: Wire) => Promise<unknown>) =>
  async (page: Page, stage: Stage): Promise<void> => {
    const wire = await Wire.of(page);
    await channel('random')(page, stage);
    await composer(page).waitFor();
    await act(page, wire);
  };

/** When something went wrong, or is over. */
export const trouble: readonly Screen[] = [
  {
    name: 'offline',
    isLast: true,
    show: onWire(async (page, wire) => {
      await wire.goDown();
      await page.getByText('No connection.').waitFor();
    }),
  },
  {
    name: 'update',
    isLast: true,
    show: async (page, stage) => {
      await page.addInitScript(pretendNewVersion);
      await channel('random')(page, stage);
      await page.getByText('There is a new version of Edgewise.').waitFor();
    },
  },
  {
    name: 'removed',
    isLast: true,
    show: async (page, { room, channels, as }) => {
      const place = channels.get('pier-lights') ?? '';
      const { user_id: maren } = await as('maren', 'auth.test', {});
      await as('tomas', 'conversations.invite', { channel: place, users: [maren], force: true }).catch(
        () => undefined,
      );
      await open(page, `${room}/${place}`);
      await composer(page).waitFor();
      await as('tomas', 'conversations.kick', { channel: place, user: maren });
      await composer(page).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'not-sent',
    isLast: true,
    show: onWire(async (page, wire) => {
      wire.answer = ({ type, id }) =>
        type === 'message' ? { type: 'error', id, error: 'restricted_action' } : undefined;
      for (const text of ['The 14:10 leaves at 14:25 today.', 'Please tell the school.']) {
        await composer(page).fill(text);
        await page.getByRole('button', { name: 'Send', exact: true }).click();
      }
      await log(page).getByText('Not sent.').last().waitFor();
    }),
  },
  {
    name: 'session-ended',
    isLast: true,
    show: onWire(async (page, wire) => {
      await wire.cut(closeCodes.revoked);
      await page.getByRole('heading', { name: 'This session was ended' }).waitFor();
    }),
  },
];

/** A service worker that waits, of a version that is not this page's. */
function pretendNewVersion(): void {
  const waiting = {
    state: 'installed',
    addEventListener: () => undefined,
    postMessage: (_words: unknown, ports?: MessagePort[]) => ports?.[0]?.postMessage('the next one'),
  };
  const registration = { waiting, addEventListener: () => undefined, update: () => Promise.resolve() };
  Object.defineProperty(navigator.serviceWorker, 'register', { value: () => Promise.resolve(registration) });
}
