import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quiet } from '../../dev/launcher/quiet.mjs';
import { builtWorker } from './build-worker.ts';
import { freePort } from './free-port.ts';
import type { Configuration, HouseOptions } from './house-options.ts';
import { runFolder } from './run-folder.ts';

/** The real Worker under real workerd, for tests that speak HTTP and WebSocket to it. */
export interface House {
  /** Without a slash at its end. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly outboxSecret: string;
  readonly setupSecret: string;
  /** What it wrote so far: warnings and faults. */
  log(): string;
  /** SIGKILL of the whole process group, as a power cut; resolves when the port is free. */
  kill(): Promise<void>;
  /** An orderly end. */
  stop(): Promise<void>;
  /** Starts it again on the same port and state; one that still runs is killed first. */
  restart(): Promise<void>;
}

export interface HouseSettings {
  readonly port?: number;
  /** Left out: a new one, deleted when the run ends. */
  readonly dataDir?: string;
  /** Beside or instead of those of dev/wrangler.toml, such as SIGN_UP_POLICY or RATE_LIMITS. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Bindings to leave out, such as OUTBOX (a deployment that sends no mail) or IMAGES. */
  readonly without?: readonly string[];
  /** A module around `./worker.js`, with faults. */
  readonly around?: string;
  /** The folder of the built client; left out: the API alone. */
  readonly client?: string;
}

export async function startHouse(settings: HouseSettings = {}): Promise<House> {
  const port = settings.port ?? (await freePort());
  const dataDir = settings.dataDir ?? mkdtempSync(join(runFolder(), 'house-'));
  const secrets = { outboxSecret: 'outbox-secret-of-the-tests', setupSecret: 'set-up-secret-of-the-tests' };
  const { script, configuration } = await builtWorker();
  const options: HouseOptions = {
    script,
    ...(settings.around === undefined ? {} : { around: settings.around }),
    ...(settings.client === undefined ? {} : { client: settings.client }),
    configuration: lessened(configuration, settings.without ?? []),
    port,
    dataDir,
    bindings: {
      AUTH_SECRET: 'a secret of the tests, longer than thirty-two',
      OUTBOX_SECRET: secrets.outboxSecret,
      SETUP_SECRET: secrets.setupSecret,
      DEV_HOSTS: `127.0.0.1:${port},localhost:${port}`,
      ...settings.vars,
    },
  };
  let log = '';
  const start = (): Promise<ChildProcess> => startProcess(options, (text) => (log += text));
  let current = await start();
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (!running.has(current)) return;
    const ended = once(current, 'exit');
    if (signal === 'SIGKILL') killGroup(current);
    else current.kill(signal);
    await ended;
    // workerd may outlive an orderly end by a moment, and holds the port.
    killGroup(current);
    running.delete(current);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    ...secrets,
    log: () => log,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async restart() {
      await end('SIGKILL');
      current = await start();
    },
  };
}

function lessened(configuration: Configuration, without: readonly string[]): Configuration {
  const { images, ...rest } = configuration;
  return {
    ...rest,
    objects: withoutKeys(configuration.objects, without),
    ...(images === undefined || without.includes(images) ? {} : { images }),
  };
}

const withoutKeys = (objects: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(objects).filter(([name]) => !names.includes(name)));

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) killGroup(child);
});

async function startProcess(options: HouseOptions, write: (text: string) => void): Promise<ChildProcess> {
  // Miniflare's own, which a killed one leaves behind.
  const temporary = join(options.dataDir, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const child = fork(fileURLToPath(new URL('./house-process.ts', import.meta.url)), {
    // A process group of its own, which `kill` ends as one.
    detached: true,
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...quiet, TMPDIR: temporary },
  });
  running.add(child);
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    write(chunk.toString());
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the house ended (code ${code}) at its start:\n${said}`)));
  });
  child.send(options);
  await ready;
  return child;
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
