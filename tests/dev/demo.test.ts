import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import { ask, call } from '../support/ask.ts';
import type { Demo } from '../../dev/demo/fill.ts';
import { scopes } from '../../protocol/scopes.ts';
import { startHouse, type House } from '../support/house.ts';

let house: House;
let dataDir: string;
beforeAll(async () => {
  house = await startHouse();
  dataDir = mkdtempSync(join(tmpdir(), 'edgewise-demo-'));
});
afterAll(async () => {
  await house.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** `npm run demo` against a server that dev.json names. */
async function runDemo(server: object, args: readonly string[] = []) {
  writeFileSync(join(dataDir, 'dev.json'), JSON.stringify({ pid: 1, ...server }));
  const child = spawn(process.execPath, ['dev/demo.ts', ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

describe('npm run demo -- --json', () => {
  let demo: Demo;
  beforeAll(async () => {
    const { code, stdout, stderr } = await runDemo(house, ['--json']);
    if (code !== 0 || stderr !== '') throw new Error(`the demo failed: ${stderr}`);
    // One object and nothing else.
    demo = JSON.parse(stdout) as Demo;
  });
  const owner = (): string => demo.users[0]?.token ?? '';

  test('prints the promised object', () => {
    expect(demo).toEqual({
      url: house.url,
      api: `${house.url}/api/`,
      workspace: { id: expect.stringMatching(/^T/), name: 'Skerry' },
      users: expect.any(Array),
      bot: {
        id: expect.stringMatching(/^B/),
        user_id: expect.stringMatching(/^U/),
        token: expect.any(String),
      },
    });
    for (const user of demo.users)
      expect(user).toEqual({
        id: expect.stringMatching(/^U/),
        name: expect.stringMatching(/^[a-z.]+$/),
        email: expect.stringMatching(/^[a-z]+@skerry-[a-z0-9]+\.example$/),
        password: expect.stringMatching(/^.{16,}$/),
        token: expect.stringMatching(/^xoxp-/),
      });
    // The owner and at least twelve who were invited.
    expect(demo.users.length).toBeGreaterThanOrEqual(13);
  });

  test('every token is its user’s, with every scope', async () => {
    for (const { id, token } of demo.users) {
      const response = await fetch(`${demo.api}auth.test`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.headers.get('x-oauth-scopes')?.split(',').toSorted()).toEqual([...scopes].toSorted());
      expect(await response.json()).toMatchObject({ ok: true, user_id: id, team_id: demo.workspace.id });
    }
    const { user_id: botUser, bot_id: bot } = await ask(demo.url, 'auth.test', demo.bot.token, {});
    expect({ botUser, bot }).toEqual({ botUser: demo.bot.user_id, bot: demo.bot.id });
  });

  test('every password signs its user in', async () => {
    const refused: string[] = [];
    for (const { name, email, password } of demo.users) {
      const answer = await call(demo.url, 'account.signIn', undefined, { email, password });
      if (!answer.ok) refused.push(`${name}: ${answer.error}`);
    }
    expect(refused).toEqual([]);
  });

  test('the first user owns the workspace, and one is a guest', async () => {
    const { members } = await ask(demo.url, 'users.list', owner(), {});
    expect(members.filter((member) => member.is_owner).map(({ id }) => id)).toEqual([demo.users[0]?.id]);
    expect(members.filter((member) => member.is_restricted)).toHaveLength(1);
    const zones = new Set(members.filter((member) => !member.is_bot).map(({ tz }) => tz));
    expect(zones.size).toBeGreaterThan(10);
  });

  test('ten conversations hold a believable week: threads, reactions, edits', async () => {
    const seen = new Map<string, string>();
    const furnished = { topics: 0, pins: 0, bookmarks: 0 };
    const count = { messages: 0, threads: 0, reactions: 0, edits: 0 };
    for (const { token } of demo.users) {
      const args = { types: 'public_channel,private_channel,mpim,im', limit: 200 };
      const { channels } = await ask(demo.url, 'users.conversations', token, args);
      for (const channel of channels) {
        if (seen.has(channel.id)) continue;
        const page = await ask(demo.url, 'conversations.history', token, {
          channel: channel.id,
          limit: 200,
        });
        const messages = page.messages.filter(({ subtype }) => !isSystemSubtype(subtype));
        const kept = await ask(demo.url, 'bookmarks.list', token, { channel_id: channel.id });
        furnished.topics += channel.topic?.value ? 1 : 0;
        furnished.pins += page.pin_count;
        furnished.bookmarks += kept.bookmarks.length;
        if (messages.length > 0) seen.set(channel.id, kindOf(channel));
        for (const message of messages) {
          count.messages += 1 + (message.reply_count ?? 0);
          count.threads += message.reply_count ? 1 : 0;
          count.reactions += (message.reactions ?? []).length;
          count.edits += message.edited ? 1 : 0;
          // Every mention found its person.
          expect(message.text).not.toMatch(/(^|\s)[@#][a-z]/);
        }
      }
    }
    const kinds = [...seen.values()].toSorted();
    expect(kinds).toEqual(['group', 'im', 'private', 'private', ...Array<string>(6).fill('public')]);
    expect(count.messages).toBeGreaterThanOrEqual(120);
    expect(count.threads).toBeGreaterThan(10);
    expect(count.reactions).toBeGreaterThan(50);
    expect(count.edits).toBeGreaterThan(2);
    expect(furnished).toEqual({ topics: 2, pins: 1, bookmarks: 3 });
  });

  test('a group is called by its people, and there are custom emoji', async () => {
    const token = owner();
    const { usergroups } = await ask(demo.url, 'usergroups.list', token, { include_count: true });
    expect(usergroups).toMatchObject([{ handle: 'release-crew', user_count: 6 }]);
    const { emoji } = await ask(demo.url, 'emoji.list', token, {});
    expect(Object.keys(emoji)).toEqual(['fat-mast', 'lighthouse', 'skerry-light']);
    const picture = await fetch(emoji['fat-mast'] ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
  });

  test('another call makes another workspace, and says readably who to sign in as', async () => {
    const { code, stdout } = await runDemo(house);
    expect(code).toBe(0);
    expect(stdout).toContain(`Sign in at ${house.url}`);
    expect(stdout).toMatch(/maren@skerry-[a-z0-9]+\.example/);
    expect(stdout).not.toContain(demo.workspace.id);
  });
});

const kindOf = (channel: { is_im: boolean; is_mpim: boolean; is_private: boolean }): string =>
  channel.is_im ? 'im' : channel.is_mpim ? 'group' : channel.is_private ? 'private' : 'public';

describe('says in one line what is wrong', () => {
  test('a target that is not on this machine is left alone', async () => {
    const { code, stdout, stderr } = await runDemo({ url: 'http://chat.example.com', outboxSecret: 'x' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('edgewise: http://chat.example.com is not on this machine, so it is left alone.\n');
  });

  test('no server', async () => {
    const { code, stderr } = await runDemo({ url: 'http://127.0.0.1:9', outboxSecret: 'x' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^edgewise: .*start it with `npm run dev`\.\n$/);
  });

  test('where only the owner’s link lets in, it works once; then the refusal names the method and its error', async () => {
    const closed = await startHouse({ vars: { SIGN_UP_POLICY: 'invite' } });
    const server = { ...closed, ownerLink: `${closed.url}/invite/${closed.setupSecret}` };
    const first = await runDemo(server);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const second = await runDemo(server);
    await closed.stop();
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      /^edgewise: the demo stopped: invitations\.accept answered invitation_used.*\n$/,
    );
  });
});
