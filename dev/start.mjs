import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepChildren } from './launcher/children.mjs';
import { buildClient } from './launcher/client.mjs';
import { writeEnvironment } from './launcher/environment.mjs';
import { fail } from './launcher/fail.mjs';
import { takeLock } from './launcher/lock.mjs';
import { chooseNode } from './launcher/node-binary.mjs';
import { whyNoPort } from './launcher/port.mjs';
import { passedSignals } from './launcher/run.mjs';
import { keepSecrets, writePrivate } from './launcher/secrets.mjs';
import { readSettings } from './launcher/settings.mjs';
import { welcome } from './launcher/welcome.mjs';
import { startWrangler } from './launcher/wrangler.mjs';

/**
 * `npm run dev`: the Worker under wrangler, offline. Plain JavaScript, since it must say what to do even in a Node
 * too old for everything else. PORT, HOST, DATA_DIR and the Worker's own variables come by environment.
 */
const settings = readSettings();
const { dataDir, host, port, url } = settings;
chooseNode();
// Messages lie in it: for us alone.
mkdirSync(dataDir, { recursive: true, mode: 0o700 });

if (!(await takeLock(dataDir)))
  fail(`a server already runs on ${dataDir}: stop it first, or set DATA_DIR to another folder.`);
const description = join(dataDir, 'dev.json');
const wasKilled = existsSync(description);
const children = keepChildren(dataDir);
children.endLeftOver();
// What a killed server held is free within moments.
const reason = await whyNoPort(host, port, wasKilled ? 5_000 : 0);
if (reason?.code === 'EADDRINUSE')
  fail(
    `port ${port} is taken: stop what listens there, or choose another, as in \`PORT=${port + 1} npm run dev\`.`,
  );
if (reason)
  fail(`cannot listen on ${host}:${port} (${reason.code}): set HOST and PORT to what can be listened on.`);

const secrets = keepSecrets(dataDir);
const invited = process.env['SIGN_UP_POLICY'] === 'invite' || process.env['SIGN_UP_POLICY'] === 'domain';
const ownerLink = invited ? `${url}/invite/${secrets.SETUP_SECRET}` : undefined;
// Written ahead of the start: whoever sees the port answer finds it.
writePrivate(
  description,
  JSON.stringify({ url, outboxSecret: secrets.OUTBOX_SECRET, pid: process.pid, ownerLink }, null, 2),
);

const client = buildClient(settings, (pid) => children.add(pid));
const wrangler = startWrangler(settings, writeEnvironment(settings, secrets));
let stopping = false;

wrangler.on('message', (message) => {
  if (typeof message === 'object' && 'child' in message) children.add(Number(message.child));
  else void client.built.then(() => welcome({ url, outboxSecret: secrets.OUTBOX_SECRET, ownerLink }));
});
wrangler.on('exit', (code, signal) => {
  client.stop();
  children.endAll();
  rmSync(description, { force: true });
  if (stopping) process.exit(0);
  fail(`wrangler ended (${signal ?? `code ${code}`}).`);
});
for (const passed of passedSignals) {
  process.on(passed, () => {
    // A second one, or five seconds, is the end of patience. The state is safe either way.
    if (stopping) wrangler.kill('SIGKILL');
    stopping = true;
    wrangler.kill('SIGTERM');
    setTimeout(() => wrangler.kill('SIGKILL'), 5_000).unref();
  });
}
