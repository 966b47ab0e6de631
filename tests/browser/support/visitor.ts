import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { formatSessionCookie, parseWorkspaceToken } from '../../../protocol/tokens.ts';
import type { TestPerson } from './room.ts';

/** A browser of one person: contexts share no cookies, no storage, no cache. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
}

export type VisitorOptions = BrowserContextOptions & {
  /** Of another server than the one of all tests. */
  readonly url?: string;
  /** Done before the first page. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** What no page of ours may ever do, whatever the test is about; read at its end. */
export class Witness {
  readonly seen: string[] = [];

  /** Of a browser that is to ask this server alone. */
  watch(context: BrowserContext, ownUrl: string): void {
    context.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !url.startsWith(`${ownUrl}/`))
        this.seen.push(`left the origin: ${url}`);
    });
    context.on('weberror', (error) =>
      this.seen.push(`threw: ${error.error().stack ?? error.error().message}`),
    );
    context.on('console', (message) => {
      if (/content security policy/i.test(message.text()))
        this.seen.push(`broke the policy: ${message.text()}`);
    });
    context.on('dialog', (dialog) => {
      this.seen.push(`opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }
}

export async function visit(
  browser: Browser,
  usualUrl: string,
  witness: Witness,
  { url = usualUrl, prepare, ...options }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, ...options });
  witness.watch(context, url);
  await prepare?.(context);
  return { context, page: await context.newPage() };
}

/** Gives the browser the cookie that signing in would have given it. */
export async function signIn(
  context: BrowserContext,
  url: string,
  person: Pick<TestPerson, 'session'>,
): Promise<void> {
  const parsed = parseWorkspaceToken(person.session);
  if (parsed?.kind !== 'session') throw new Error('this person has no session');
  await context.addCookies([
    {
      url,
      name: `edgewise-${parsed.teamId}`,
      value: formatSessionCookie(parsed),
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
}

/** As the sign-in page does. */
export async function signInByPassword(
  context: BrowserContext,
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  const response = await context.request.post(`${url}/api/account.signIn`, {
    headers: { origin: url, 'x-edgewise-workspace': 'account' },
    data: { email, password },
  });
  const answer = (await response.json()) as { ok: boolean; error?: string };
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.error ?? 'nothing'}`);
}
