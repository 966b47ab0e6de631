import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded into wrangler's process ahead of it (`--import`). Two things that only it can know:
 * whom it starts, told to the launcher; and that the launcher is gone (SIGKILL passes nothing on), whereupon it
 * ends itself, so that no server without an owner holds the port.
 */
const { spawn } = childProcess;
childProcess.spawn = /** @type {typeof spawn} */ (
  (/** @type {Parameters<typeof spawn>} */ ...args) => {
    const child = spawn(...args);
    if (child.pid !== undefined && process.connected) process.send?.({ child: child.pid });
    return child;
  }
);
syncBuiltinESMExports();

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5_000).unref();
});
// Listening must not keep wrangler alive when it is done.
process.channel?.unref();
