import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { runScript, startDev, type DevServer } from '../support/dev-server.ts';
import { freePort } from '../support/free-port.ts';
import { leftOfGroup, processesOfGroup } from '../support/processes.ts';
import { signUp, type TestWorkspace } from '../support/workspace.ts';

let dataDir: string;
let port: number;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'edgewise-dev-'));
  port = await freePort();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = (): Promise<DevServer> => startDev({ port, dataDir });
const fileMode = (name: string): number => statSync(join(dataDir, name)).mode & 0o777;
const processNamed = (server: DevServer, name: string): number[] =>
  processesOfGroup(server.group)
    .filter(({ command }) => command.includes(name))
    .map(({ pid }) => pid);

/** In order: each takes up the state that the one before left behind. */
describe.sequential('npm run dev', () => {
  let workspace: TestWorkspace;
  const isThere = async (): Promise<boolean> => {
    const { team_id: teamId } = await ask(workspace.url, 'auth.test', workspace.owner.token, {});
    return teamId === workspace.teamId;
  };

  test('prints one short block, writes what programs need for us alone, and ends by SIGTERM of npm', async () => {
    const server = await start();
    expect(server.output().trim().split('\n').length).toBeLessThan(8);
    for (const word of [server.url, 'Sign in', server.outboxSecret, 'npm run demo'])
      expect(server.output()).toContain(word);
    const description = JSON.parse(readFileSync(join(dataDir, 'dev.json'), 'utf8')) as object;
    expect(description).toEqual({
      url: server.url,
      outboxSecret: server.outboxSecret,
      pid: processNamed(server, 'dev/start.mjs')[0],
    });
    for (const name of ['dev.json', 'dev.env', 'secrets.json']) expect(fileMode(name)).toBe(0o600);
    const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
    const commands = processesOfGroup(server.group).map(({ command }) => command);
    for (const secret of Object.values(secrets)) expect(commands.join('\n')).not.toContain(secret);
    workspace = await signUp(server);

    server.child.kill('SIGTERM');
    expect(await server.ended()).toBe(0);
    expect(await leftOfGroup(server.group)).toEqual([]);
  });

  test.each(['SIGINT', 'SIGHUP'] as const)(
    'keeps its state, and leaves nothing running after %s of the group',
    async (signal) => {
      const server = await start();
      expect(await isThere()).toBe(true);
      server.signalGroup(signal);
      await server.ended();
      expect(await leftOfGroup(server.group)).toEqual([]);
    },
  );

  test('a second server on the same state is refused, and reset too; then it survives SIGKILL of the group', async () => {
    const server = await start();
    expect(await isThere()).toBe(true);
    const second = await runScript('dev', { port: await freePort(), dataDir });
    expect(second).toEqual({ code: 1, output: expect.stringMatching(/^edgewise: .*already runs.*\n$/) });
    const reset = await runScript('reset', { port, dataDir });
    expect(reset).toEqual({ code: 1, output: expect.stringMatching(/^edgewise: .*stop it first.*\n$/) });
    server.signalGroup('SIGKILL');
    await server.ended();
  });

  test('SIGKILL of the launcher alone takes wrangler and workerd with it', async () => {
    const server = await start();
    expect(await isThere()).toBe(true);
    for (const pid of processNamed(server, 'dev/start.mjs')) process.kill(pid, 'SIGKILL');
    expect(await leftOfGroup(server.group)).toEqual([]);
  });

  test('workerds that outlived a kill of every Node are ended by the next start', async () => {
    const killed = await start();
    const workerds = processNamed(killed, 'workerd serve');
    for (const { pid } of processesOfGroup(killed.group).filter((one) => !workerds.includes(one.pid)))
      process.kill(pid, 'SIGKILL');
    const server = await start();
    expect(await leftOfGroup(killed.group)).toEqual([]);
    expect(await isThere()).toBe(true);
    server.signalGroup('SIGTERM');
    await server.ended();
  });

  test('reset empties it', async () => {
    const reset = await runScript('reset', { port, dataDir });
    expect(reset).toEqual({ code: 0, output: expect.stringContaining('is empty now') });
    const server = await start();
    await expect(isThere()).rejects.toThrow('invalid_auth');
    server.signalGroup('SIGTERM');
    await server.ended();
  });
});

describe('says what to do, in one line', () => {
  test('of a taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const ended = await runScript('dev', { port, dataDir });
    other.close();
    expect(ended).toEqual({
      code: 1,
      output: expect.stringMatching(/^edgewise: port \d+ is taken.*PORT=\d+.*\n$/),
    });
  });

  test('of a port that is none', async () => {
    const ended = await runScript('dev', { port, dataDir, env: { PORT: 'none' } });
    expect(ended).toEqual({ code: 1, output: expect.stringMatching(/^edgewise: PORT must be.*\n$/) });
  });

  test('of an address that is not ours', async () => {
    const ended = await runScript('dev', { port, dataDir, env: { HOST: '203.0.113.7' } });
    expect(ended).toEqual({ code: 1, output: expect.stringMatching(/^edgewise: cannot listen on.*\n$/) });
  });

  test('of packages that are not installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewise-bare-'));
    cpSync(fileURLToPath(new URL('../../dev', import.meta.url)), join(folder, 'dev'), { recursive: true });
    const { status, stderr } = spawnSync('node', ['dev/start.mjs'], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'edgewise: the packages are not installed: run `npm ci` first.\n',
    });
  });
});
