import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Servers and generators on cores of their own, so that neither takes the other's time. */
export interface Cores {
  readonly servers: string;
  readonly generators: string;
  readonly arePinned: boolean;
}

/** This process and all that it starts from here on run on the servers' cores. */
export function divideCores(): Cores {
  const count = cpus().length;
  const half = Math.floor(count / 2);
  const cores = { servers: `0-${Math.max(0, half - 1)}`, generators: `${half}-${count - 1}` };
  return { ...cores, arePinned: half > 0 && pin(process.pid, cores.servers) };
}

export function pin(pid: number, cores: string): boolean {
  try {
    execFileSync('taskset', ['-acp', cores, String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly node: string;
}

export const machine = (): Machine => ({
  cores: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  kernel: release(),
  node: process.version,
});

/** The minute's average. What waits for a core of others' is in every number of such a run. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
export const isLoaded = (before: number): boolean => before > cpus().length / 4;
