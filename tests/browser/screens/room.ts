import type { Page } from '@playwright/test';
import type { ChannelId } from '../../../protocol/ids.ts';
import { ownMessage } from './parts.ts';
import { channel, goTo, home, open } from './screen.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const extreme =
  (which: keyof Stage['extremes']['channels'], rest = '') =>
  (page: Page, stage: Stage) =>
    open(page, `${stage.extremes.room}/${stage.extremes.channels[which]}${rest}`);
const aside = (page: Page, what: string): Promise<void> => page.locator(`aside ${what}`).last().waitFor();

/** Channels and what stands beside them. */
export const room: readonly Screen[] = [
  { name: 'home', show: home },
  { name: 'room', show: channel('general') },
  { name: 'room-busy', show: channel('engineering') },
  {
    name: 'blocks',
    show: async (page, stage) => {
      const id = (stage.channels.get('release-2-4') ?? '') as ChannelId;
      const { messages } = await stage.as('maren', 'conversations.history', { channel: id });
      const rollout = messages.find(({ text }) => text.startsWith('Rollout of'));
      await channel('release-2-4', `/m/${rollout?.ts ?? ''}`)(page, stage);
    },
  },
  { name: 'blocks-controls', show: extreme('controls') },
  { name: 'blocks-more', show: extreme('richWords') },
  { name: 'direct', show: channel('direct') },
  {
    name: 'message-actions',
    show: async (page, stage) => {
      await channel('general')(page, stage);
      await ownMessage(page).hover();
      await page.getByRole('toolbar', { name: 'Message actions' }).waitFor();
    },
  },
  {
    name: 'edit',
    show: async (page, stage) => {
      await channel('general')(page, stage);
      await ownMessage(page).hover();
      await ownMessage(page).getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Edit the message' }).waitFor();
    },
  },
  {
    name: 'thread',
    show: async (page, stage) => {
      await channel('engineering')(page, stage);
      await page.locator('main a[href*="/t/"]').last().click();
      await aside(page, '[data-row]');
    },
  },
  {
    name: 'thread-long',
    show: async (page, stage) => {
      await goTo(page, `${stage.room}/${stage.channels.get('random') ?? ''}${stage.longThread}`);
      await page.locator('aside').getByText('Lagos: ').last().waitFor();
    },
  },
  {
    name: 'members',
    show: async (page, { room, channels }) => {
      await goTo(page, `${room}/${channels.get('general') ?? ''}/members`);
      await aside(page, 'li');
    },
  },
  {
    name: 'pins',
    show: async (page, { room, channels }) => {
      await goTo(page, `${room}/${channels.get('general') ?? ''}/pins`);
      await aside(page, 'li');
    },
  },
  {
    name: 'pins-none',
    show: async (page, { room, channels }) => {
      await goTo(page, `${room}/${channels.get('support') ?? ''}/pins`);
      await page.getByText('Nothing is pinned').waitFor();
    },
  },
  { name: 'one-message', show: channel('lost-property') },
  { name: 'no-message', show: channel('winter-timetable') },
  { name: 'from-outside', show: channel('buoys') },
  { name: 'archived', show: channel('release-2-3') },
  {
    name: 'no-channel',
    show: async (page, { room }) => {
      await goTo(page, `${room}/C0NOWHERE000`);
      await page.getByText('No such channel').waitFor();
    },
  },
  {
    name: 'first-steps',
    show: async (page, { bare }) => {
      await goTo(page, bare);
      await page.getByRole('link', { name: /^general/ }).click();
      await page.getByText('It is quiet here').waitFor();
    },
  },
  { name: 'guest-home', as: 'guest', show: home },
  { name: 'guest-room', as: 'guest', show: channel('design') },
  { name: 'long-names', show: extreme('longest') },
  {
    name: 'long-names-thread',
    show: async (page, stage) => {
      await extreme('longest')(page, stage);
      await page.locator('main a[href*="/t/"]').last().click();
      await aside(page, '[data-row]');
    },
  },
  { name: 'right-to-left', isSameOnPhone: true, show: extreme('rightToLeft') },
  {
    name: 'long-texts',
    isSameOnPhone: true,
    show: async (page, stage) => {
      await extreme('longTexts')(page, stage);
      await page.getByRole('button', { name: 'Copy code' }).waitFor();
    },
  },
  {
    name: 'ten-thousand',
    isOn: ({ endless }) => endless !== undefined,
    show: async (page, { endless = '' }) => {
      await open(page, endless);
      const log = page.getByRole('log');
      await log.evaluate((element) => element.scrollBy(0, -6_000));
      await page.getByRole('button', { name: 'Go to the latest message' }).waitFor();
    },
  },
];
