import { fill, type Demo } from './demo/fill.ts';
import { conversations } from './demo/story/conversations.ts';
import { fail } from './launcher/fail.mjs';
import { findRunningServer } from './running-server.ts';

/** `npm run demo`: a fresh workspace full of a team's week. With `--json`, one object and nothing else. */
const server = await findRunningServer();
const demo = await fill(server, 'Skerry').catch((error: unknown) =>
  fail(`the demo stopped: ${error instanceof Error ? error.message : String(error)}`),
);
console.log(process.argv.includes('--json') ? JSON.stringify(demo) : summary(demo));

function summary({ url, api, workspace, users, bot }: Demo): string {
  const width = Math.max(...users.map(({ email }) => email.length));
  const lines = users.map(({ email, password }) => `    ${email.padEnd(width)}  ${password}`);
  return `
  ${workspace.name} (${workspace.id}) is filled: ${users.length} people, ${conversations.length} conversations.

  Sign in at ${url} as (e-mail, password; the first one owns the workspace):
${lines.join('\n')}

  By any Slack SDK: base URL ${api}
    ${users[0]?.name} has the token ${users[0]?.token}
    the bot has the token ${bot.token}
  All of it for programs: npm run demo -- --json
`;
}
