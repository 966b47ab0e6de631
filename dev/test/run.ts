import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../launcher/settings.mjs';

/** Runs a Node program of ours to its end, its output shown; an interrupt of us ends it too. @returns its exit code */
export async function runNode(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', pass);
  process.off('SIGINT', pass);
  return code ?? 1;
}
