import type { Page } from '@playwright/test';
import type { ChannelId } from '../../../protocol/ids.ts';
import { channelMenu, ownMessage, workspaceMenu } from './parts.ts';
import { channel, home } from './screen.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const over =
  (name: string, act: (page: Page) => Promise<unknown>) =>
  async (page: Page, stage: Stage): Promise<void> => {
    await channel(name)(page, stage);
    await act(page);
  };
const overHome =
  (act: (page: Page) => Promise<unknown>) =>
  async (page: Page, stage: Stage): Promise<void> => {
    await home(page, stage);
    await act(page);
  };
const dialog = (page: Page): Promise<void> => page.locator('dialog[open]').waitFor();
const messageMenu = async (page: Page, message = ownMessage(page)): Promise<void> => {
  await message.hover();
  await message.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menu').waitFor();
};
const compose = async (page: Page, text: string): Promise<void> => {
  const field = page.locator('main textarea');
  await field.fill('');
  await field.pressSequentially(text);
};

/** What lies over a channel: menus, cards, dialogs. */
export const layers: readonly Screen[] = [
  {
    name: 'switcher',
    show: over('general', (page) => page.keyboard.press('Control+k').then(() => dialog(page))),
  },
  {
    name: 'switcher-found',
    show: over('general', async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Jump to a channel or person' }).fill('re');
      await page.locator('dialog mark').first().waitFor();
    }),
  },
  {
    name: 'switcher-nothing',
    show: over('general', async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Jump to a channel or person' }).fill('zzzz');
      await page.getByRole('button', { name: 'Browse all channels' }).waitFor();
    }),
  },
  {
    name: 'suggestions',
    show: over('support', async (page) => {
      await compose(page, 'Thank you @');
      await page.getByRole('listbox').waitFor();
    }),
  },
  {
    name: 'commands',
    show: over('support', async (page) => {
      await compose(page, '/');
      await page.getByRole('listbox').waitFor();
    }),
  },
  {
    name: 'emoji',
    show: over('general', async (page) => {
      await page.getByRole('toolbar', { name: 'Formatting' }).getByLabel('Emoji').click();
      await page.getByRole('option').first().waitFor();
    }),
  },
  {
    name: 'send-later',
    show: over('design', async (page) => {
      await compose(page, 'Yes to the bell, in the quiet version.');
      await page.getByRole('button', { name: 'Send later' }).click();
      await page.getByRole('menu').waitFor();
    }),
  },
  {
    name: 'send-later-when',
    show: over('design', async (page) => {
      await compose(page, 'Yes to the bell, in the quiet version.');
      await page.getByRole('button', { name: 'Send later' }).click();
      await page.getByRole('menuitem', { name: 'Another time' }).click();
      await dialog(page);
    }),
  },
  {
    name: 'everybody',
    show: over('general', async (page) => {
      await compose(page, '@channel the boat is early today');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await dialog(page);
    }),
  },
  { name: 'message-menu', show: over('general', (page) => messageMenu(page)) },
  {
    name: 'delete-message',
    show: over('general', async (page) => {
      await messageMenu(page, page.locator('main article').filter({ hasText: 'on-call hands over' }));
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await dialog(page);
    }),
  },
  {
    name: 'deleted',
    show: async (page, stage) => {
      const lost = (stage.channels.get('lost-property') ?? '') as ChannelId;
      await stage.as('maren', 'chat.postMessage', { channel: lost, text: 'An umbrella. No, it is mine.' });
      await channel('lost-property')(page, stage);
      await messageMenu(page, page.locator('main article').filter({ hasText: 'An umbrella' }).last());
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'card',
    show: over('general', async (page) => {
      await page
        .locator('main article')
        .getByRole('button', { name: 'Wes Tanaka-Boyd' })
        .first()
        .press('Enter');
      await page.locator('[popover]:popover-open h2').waitFor();
    }),
  },
  {
    name: 'card-own',
    show: over('general', async (page) => {
      await ownMessage(page).getByRole('button', { name: 'Maren Solheim' }).press('Enter');
      await page.locator('[popover]:popover-open h2').waitFor();
    }),
  },
  {
    name: 'channel-menu',
    show: over('engineering', async (page) => {
      await page.getByRole('button', { name: 'More about this channel' }).click();
      await page.getByRole('menu').waitFor();
    }),
  },
  {
    name: 'add-people',
    show: over('engineering', async (page) => {
      await channelMenu(page, 'Add people');
      await dialog(page);
      await page.keyboard.type('s');
      await page.getByRole('option').first().waitFor();
    }),
  },
  {
    name: 'add-bookmark',
    show: over('engineering', (page) => channelMenu(page, 'Add a bookmark').then(() => dialog(page))),
  },
  {
    name: 'move-to-section',
    show: over('engineering', (page) => channelMenu(page, 'Move to a section').then(() => dialog(page))),
  },
  {
    name: 'archive-channel',
    show: over('engineering', (page) => channelMenu(page, 'Archive this channel').then(() => dialog(page))),
  },
  {
    name: 'rename-channel',
    show: over('engineering', (page) => channelMenu(page, 'Rename').then(() => dialog(page))),
  },
  {
    name: 'describe-channel',
    show: over('engineering', (page) => channelMenu(page, 'Describe').then(() => dialog(page))),
  },
  {
    name: 'make-private',
    show: over('engineering', (page) => channelMenu(page, 'Make it private').then(() => dialog(page))),
  },
  {
    name: 'delete-channel',
    show: over('engineering', (page) => channelMenu(page, 'Delete this channel').then(() => dialog(page))),
  },
  {
    name: 'workspace-menu',
    show: overHome(async (page) => {
      const navigation = page.getByRole('navigation', { name: 'Workspace' });
      await navigation.getByRole('button', { name: 'Skerry' }).click();
      await page.getByRole('menuitemradio').first().waitFor();
    }),
  },
  {
    name: 'browse-channels',
    show: overHome(async (page) => {
      await page.getByRole('button', { name: 'Add a channel' }).click();
      await page.locator('dialog li').first().waitFor();
    }),
  },
  {
    name: 'browse-archived',
    show: overHome(async (page) => {
      await page.getByRole('button', { name: 'Add a channel' }).click();
      await page.locator('dialog').getByText('Archived', { exact: true }).click();
      await page.locator('dialog').getByText('release-2-3').waitFor();
    }),
  },
  {
    name: 'create-channel',
    show: overHome((page) => workspaceMenu(page, 'New channel').then(() => dialog(page))),
  },
  {
    name: 'invite-people',
    show: overHome((page) => workspaceMenu(page, 'Invite people').then(() => dialog(page))),
  },
  {
    name: 'invitation-made',
    show: overHome(async (page) => {
      await workspaceMenu(page, 'Invite people');
      await page.locator('dialog[open]').getByRole('button', { name: 'Make the link' }).click();
      await page.getByRole('textbox', { name: 'The link' }).waitFor();
    }),
  },
  {
    name: 'new-message',
    show: overHome(async (page) => {
      await page.getByRole('button', { name: 'New message' }).click();
      await page.getByRole('option').first().waitFor();
    }),
  },
  {
    name: 'preferences',
    show: overHome((page) => workspaceMenu(page, 'Preferences').then(() => dialog(page))),
  },
  {
    name: 'shortcuts',
    show: overHome((page) => workspaceMenu(page, 'Keyboard shortcuts').then(() => dialog(page))),
  },
];
