import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Address, Commands } from './commands.ts';

/** One connection for each that is under way, as a client keeps it. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Asks these addresses by turns on a fixed schedule, whatever comes back. */
export async function read({
  addresses,
  perSecond,
  count,
}: Commands['read']['input']): Promise<Commands['read']['output']> {
  const millis: number[] = [];
  const underWay: Promise<void>[] = [];
  let latestStartMs = 0;
  const startAt = performance.now();
  for (let sent = 0; sent < count; sent += 1) {
    const dueAt = startAt + (sent * 1_000) / perSecond;
    const leftMs = dueAt - performance.now();
    if (leftMs > 0) await wait(leftMs);
    const sentAt = performance.now();
    latestStartMs = Math.max(latestStartMs, sentAt - dueAt);
    underWay.push(answer(turn(addresses, sent)).then(() => void millis.push(performance.now() - sentAt)));
  }
  await Promise.all(underWay);
  return { millis, latestStartMs };
}

/** Keeps so many under way for a while. */
export async function readHard({
  addresses,
  inFlight,
  seconds,
}: Commands['readHard']['input']): Promise<Commands['readHard']['output']> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const cpu = process.cpuUsage();
  let reads = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      reads += 1;
      await answer(turn(addresses, reads));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, () => one()));
  const tookMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: tookMs / 1_000, reads, busy: (user + system) / 1_000 / tookMs };
}

function turn(addresses: readonly Address[], index: number): Address {
  const address = addresses[index % addresses.length];
  if (address === undefined) throw new Error('nothing to read');
  return address;
}

/** To the last byte. An answer that is a refusal measures nothing, so it ends the run. */
const answer = ({ url, token }: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const request = get(url, { agent, headers }, (response) => {
      let start = '';
      response.on('data', (chunk: Buffer) => {
        if (start.length < 20) start += chunk.toString();
      });
      response.on('error', reject);
      response.on('end', () =>
        start.startsWith('{"ok":true')
          ? resolve()
          : reject(new Error(`${response.statusCode} ${start.slice(0, 100)}`)),
      );
    });
    request.on('error', reject);
  });
