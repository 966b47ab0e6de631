import type { Page } from '@playwright/test';

/** Where the pictures are taken: a filled workspace. */
export interface Stage {
  readonly url: string;
  /** `/w/T…` */
  readonly room: string;
  readonly channels: ReadonlyMap<string, string>;
}
export interface Screen {
  readonly name: string;
  readonly signedIn: boolean;
  readonly show: (page: Page, stage: Stage) => Promise<void>;
}

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('[data-row]').last().waitFor();
};
const channel = (name: string) => (page: Page, stage: Stage) =>
  open(page, `${stage.room}/${stage.channels.get(name) ?? ''}`);
const layer = (act: (page: Page) => Promise<void>) => async (page: Page, stage: Stage) => {
  await channel('general')(page, stage);
  await act(page);
};

/** What is shown at three widths in both themes. Each is a state that a person comes to. */
export const screens: readonly Screen[] = [
  { name: 'landing', signedIn: false, show: (page, { url }) => page.goto(`${url}/`).then(nothing) },
  { name: 'sign-in', signedIn: false, show: (page, { url }) => page.goto(`${url}/sign-in`).then(nothing) },
  {
    name: 'sign-in-code',
    signedIn: false,
    show: async (page, { url }) => {
      await page.goto(`${url}/sign-in`);
      await page.getByLabel('E-mail').fill('miriam@tidewater.example');
      await page.keyboard.press('Enter');
      await page.getByLabel('Code').waitFor();
    },
  },
  { name: 'dead-link', signedIn: false, show: (page, { url }) => page.goto(`${url}/invite/x`).then(nothing) },
  { name: 'home', signedIn: true, show: (page, { room }) => page.goto(room).then(nothing) },
  { name: 'room', signedIn: true, show: channel('general') },
  { name: 'room-busy', signedIn: true, show: channel('engineering') },
  {
    name: 'thread',
    signedIn: true,
    show: async (page, stage) => {
      await channel('engineering')(page, stage);
      await page.locator('a[href*="/t/"]').last().click();
      await page.locator('aside [data-row]').last().waitFor();
    },
  },
  {
    name: 'members',
    signedIn: true,
    show: async (page, { room, channels }) => {
      await page.goto(`${room}/${channels.get('general') ?? ''}/members`);
      await page.locator('aside li').last().waitFor();
    },
  },
  { name: 'switcher', signedIn: true, show: layer((page) => page.keyboard.press('Control+k')) },
  {
    name: 'suggestions',
    signedIn: true,
    show: layer(async (page) => {
      await page.locator('main textarea').click();
      await page.keyboard.type('Thank you @');
      await page.getByRole('listbox').waitFor();
    }),
  },
  {
    name: 'emoji',
    signedIn: true,
    show: layer(async (page) => {
      await page.getByRole('toolbar', { name: 'Formatting' }).getByLabel('Emoji').click();
      await page.getByRole('option').first().waitFor();
    }),
  },
  ...(
    [
      'profile',
      'preferences',
      'account',
      'access',
      'directory',
      'workspace',
      'policies',
      'emoji',
      'people',
      'invitations',
      'bots',
    ] as const
  ).map((name): Screen => ({
    name: `settings-${name}`,
    signedIn: true,
    show: async (page, { room }) => {
      await page.goto(`${room}/settings/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
    },
  })),
  {
    name: 'settings-several',
    signedIn: true,
    show: async (page, { room }) => {
      await page.goto(`${room}/settings/people`);
      for (const at of [0, 1]) await page.locator('tbody').getByRole('checkbox').nth(at).check();
    },
  },
  {
    name: 'settings-token',
    signedIn: true,
    show: async (page, { room }) => {
      await page.goto(`${room}/settings/access`);
      await page.getByRole('button', { name: 'New token' }).click();
    },
  },
  {
    name: 'settings-bot',
    signedIn: true,
    show: async (page, { room }) => {
      await page.goto(`${room}/settings/bots`);
      await page.getByRole('button', { name: 'Tokens' }).first().click();
      await page.locator('tbody tr').first().waitFor();
    },
  },
  {
    name: 'preferences',
    signedIn: true,
    show: (page, { room }) => page.goto(`${room}/you`).then(nothing),
  },
];

const nothing = (): void => undefined;
