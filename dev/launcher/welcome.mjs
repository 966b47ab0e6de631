/**
 * The one block that a start prints, once the Worker answers.
 * @param {{url: string, outboxSecret: string, ownerLink: string | undefined}} server
 */
export async function welcome({ url, outboxSecret, ownerLink }) {
  await answers(url);
  const signIn = ownerLink
    ? `by this one-time link, then make a workspace: ${ownerLink}`
    : 'with any e-mail address, in the browser or by the four curl lines at /start; the code is in the outbox';
  console.log(`
  Edgewise runs at ${url}
  Sign in   ${signIn}
  Outbox    ${url}/dev/outbox?secret=${outboxSecret}
  Try it    npm run demo      fills a workspace and says who to sign in as
  Ctrl-C stops it; the state stays.
`);
}

/**
 * wrangler reports its port before the Worker is built, and holds requests until it is.
 * @param {string} url
 */
async function answers(url) {
  for (;;) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(60_000) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
