import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quiet } from '../../dev/launcher/quiet.mjs';
import { freePort } from '../../tests/support/free-port.ts';
import { runFolder } from '../../tests/support/run-folder.ts';
import { usageOfGroup, type Usage } from '../measure/usage.ts';

export type ServerName = 'Edgewise' | 'room DO' | 'ws' | 'socket.io';

/** A server in a process group of its own, on the cores of this process. */
export interface Server {
  readonly name: ServerName;
  readonly port: number;
  usage(): Usage;
  /** SIGKILL of the whole group. */
  kill(): Promise<void>;
  /** Again, on the same port and state. */
  start(): Promise<void>;
}

export interface ServerOptions {
  readonly name: ServerName;
  /** Takes `options` as its first message, and answers `ready`. */
  readonly entry: URL;
  options(port: number, dataDir: string): object;
}

export async function startServer({ name, entry, options }: ServerOptions): Promise<Server> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(runFolder(), 'server-'));
  mkdirSync(join(dataDir, 'tmp'));
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = fork(fileURLToPath(entry), {
      detached: true,
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...quiet, TMPDIR: join(dataDir, 'tmp') },
    });
    running.add(child);
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    const ready = new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`${name} ended (code ${code}) at its start:\n${said}`)));
    });
    child.send(options(port, dataDir));
    await ready;
  };
  await start();
  return {
    name,
    port,
    start,
    usage: () => usageOfGroup(child.pid ?? 0),
    async kill() {
      const ended = once(child, 'exit');
      killGroup(child);
      await ended;
      running.delete(child);
    },
  };
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) killGroup(child);
});

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
