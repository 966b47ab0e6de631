import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One `npm run dev`, in a process group of its own as a terminal gives it. */
export interface DevServer {
  readonly url: string;
  readonly dataDir: string;
  /** Of npm, which leads the group. */
  readonly group: number;
  readonly child: ChildProcess;
  readonly outboxSecret: string;
  output(): string;
  /** Of the whole group, as Ctrl-C in a terminal. */
  signalGroup(signal: NodeJS.Signals): void;
  /** The exit code of npm. */
  ended(): Promise<number | null>;
}

export interface DevSettings {
  readonly port: number;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it and waits until it says that it is ready. */
export async function startDev(settings: DevSettings): Promise<DevServer> {
  const { port, dataDir } = settings;
  const { child, output } = run(['run', '--silent', 'dev'], settings);
  const group = child.pid ?? 0;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in a minute:\n${output()}`)), 60_000);
    const look = (): void => {
      if (!output().includes('Ctrl-C')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`ended with ${code}:\n${output()}`));
    });
  });
  const { outboxSecret } = JSON.parse(readFileSync(join(dataDir, 'dev.json'), 'utf8')) as {
    outboxSecret: string;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    group,
    child,
    outboxSecret,
    output,
    signalGroup: (signal) => void process.kill(-group, signal),
    ended: () => exitOf(child),
  };
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs an npm script to its end. */
export async function runScript(
  script: string,
  settings: DevSettings,
  args: readonly string[] = [],
): Promise<Ended> {
  const { child, output } = run(['run', '--silent', script, '--', ...args], settings);
  return { code: await exitOf(child), output: output() };
}

const started = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of started) {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
});

function run(args: readonly string[], { port, dataDir, env }: DevSettings) {
  const child = spawn('npm', args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...env },
  });
  started.add(child);
  let said = '';
  const hear = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { child, output: () => said };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
