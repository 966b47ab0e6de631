import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { fail } from './launcher/fail.mjs';
import { readSettings } from './launcher/settings.mjs';

/** What `npm run dev` leaves in DATA_DIR for programs on this machine. */
const RunningServer = v.object({
  url: v.string(),
  outboxSecret: v.string(),
  pid: v.number(),
  ownerLink: v.optional(v.string()),
});
export type RunningServer = v.InferOutput<typeof RunningServer>;

/** The development server of this DATA_DIR, where it answers; else one line and the end. */
export async function findRunningServer(): Promise<RunningServer> {
  const server = readDescription() ?? fail('no server runs here: start one with `npm run dev`.');
  // The demo makes accounts and passwords: never anywhere but on this machine.
  if (!isLoopback(server.url)) fail(`${server.url} is not on this machine, so it is left alone.`);
  try {
    await fetch(server.url, { signal: AbortSignal.timeout(30_000) });
  } catch {
    fail(`the server at ${server.url} does not answer: start it with \`npm run dev\`.`);
  }
  return server;
}

function readDescription(): RunningServer | undefined {
  try {
    const text = readFileSync(join(readSettings().dataDir, 'dev.json'), 'utf8');
    return v.parse(RunningServer, JSON.parse(text));
  } catch {
    return undefined;
  }
}

const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
