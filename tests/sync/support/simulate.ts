import { draw, isAlone } from './act.ts';
import type { History } from './history.ts';
import { hearAll, settle } from './settle.ts';
import { readTruth } from './truth.ts';
import { channelStubs, gatewayStubs, makeWorld, memberStubs, runAlarm } from './world.ts';
import type { Tamper, World } from './world.ts';

export interface Simulation {
  readonly seed: number;
  readonly steps?: number;
  /** A breakage on the way from the gateways to the clients. */
  readonly tamper?: Tamper;
  /** Without it no call between objects is lost or late. */
  readonly isLossy?: boolean;
  /** After the random part, while all is connected: what a breakage needs in order to happen for certain. */
  readonly scene?: (world: World) => Promise<void>;
}

const stepsUsual = 60;
const atOnceMax = 4;
/** So long nobody answers: alarms are run, as time would. */
const patienceMs = 15;

/** A run of the real objects by a seed, and what it leaves for the checker. */
export async function simulate({
  seed,
  steps = stepsUsual,
  tamper = (_, frame) => [frame],
  isLossy = true,
  scene,
}: Simulation): Promise<History> {
  const world = await makeWorld(seed, tamper);
  if (isLossy) world.lossy.begin();
  await act(world, steps);
  world.lossy.isOn = false;
  if (scene !== undefined) await scene(world);
  const complaints = [...(await settle(world)), ...(await hearAll(world))];
  for (const client of world.clients) client.keepLive();
  await resumeAll(world);
  const truth = await readTruth(world);
  for (const client of world.clients) client.disconnect();
  const { operations, clients } = world;
  return { operations, clients: clients.map((client) => client.history()), ...truth, complaints };
}

async function act(world: World, steps: number): Promise<void> {
  const running = new Set<Promise<void>>();
  for (let step = 0; step < steps; step += 1) {
    world.clock.advance(world.dice.below(1_500));
    const action = draw(world);
    if (isAlone(action)) await finished(world, [...running]);
    const work = action(world).then(
      () => undefined,
      () => undefined,
    );
    running.add(work);
    void work.finally(() => running.delete(work));
    if (world.dice.chance(30)) await scheduler.wait(world.dice.below(3));
    if (isAlone(action) || running.size > world.dice.below(atOnceMax)) await finished(world, [...running]);
  }
  await finished(world, [...running]);
}

/** What waits for a retry waits for an alarm, and no alarm comes by itself here. */
async function finished(world: World, work: readonly Promise<void>[]): Promise<void> {
  let isFinished = false;
  const all = Promise.all(work).then(() => {
    isFinished = true;
  });
  for (;;) {
    await Promise.race([all, scheduler.wait(patienceMs)]);
    if (isFinished) return;
    world.clock.advance(1_000);
    const stubs = [...channelStubs(world), ...memberStubs(world), ...gatewayStubs(world)];
    await Promise.race([Promise.all(stubs.map((stub) => runAlarm(stub))), all]);
  }
}

/** Every client resumes: half on their socket, half on a new one. */
async function resumeAll({ clients }: World): Promise<void> {
  for (const [at, client] of clients.entries()) {
    if (at % 2 === 0) client.disconnect();
    if (client.isConnected) client.resumeAll();
    else await client.connect();
  }
  for (const client of clients) await client.rested();
}
