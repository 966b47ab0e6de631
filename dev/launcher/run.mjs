import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
export const passedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in our place: same input and output, same process group, signals passed on, its exit code ours.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function runInstead(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', env });
  for (const signal of passedSignals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`edgewise: ${command} does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
