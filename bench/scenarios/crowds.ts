import { Generator } from '../generator/generator.ts';
import type { Target } from '../generator/commands.ts';
import type { Samples } from '../measure/line.ts';
import { startEdgewise } from '../servers/edgewise.ts';
import { startRoom, startSocketIo, startWs } from '../servers/peers.ts';
import type { Server, ServerName } from '../servers/server.ts';
import type { Bench } from './scenario.ts';

/** A server, and the process of its clients. */
export interface Served {
  readonly name: ServerName;
  readonly server: Server;
  readonly generator: Generator;
  stop(): Promise<void>;
}
/** The clients of one channel on it. */
export interface Subject extends Served {
  /** So many sockets more; all of them in one channel. */
  targetOf(sockets: number): Target;
}

export interface CrowdSettings {
  readonly people: number;
  readonly shards?: number;
  readonly peers?: readonly Exclude<ServerName, 'Edgewise'>[];
}

const everyPeer = ['room DO', 'ws', 'socket.io'] as const;

/** Edgewise and its peers, all running; those that are not measured at the moment are idle. */
export async function startSubjects(bench: Bench, settings: CrowdSettings): Promise<Subject[]> {
  const { peers = everyPeer, people, shards = 1 } = settings;
  const edgewise = await startEdgewise({ people, shards });
  // Each person's first socket before anybody's second one.
  let opened = 0;
  const nextAddress = () => {
    const person = edgewise.people[opened % edgewise.people.length];
    opened += 1;
    return edgewise.addressOf(person ?? { token: '' });
  };
  const subjects = [
    subjectOf(bench, edgewise, (sockets) => ({
      wire: 'edgewise',
      addresses: Array.from({ length: sockets }, nextAddress),
      channel: edgewise.generalId,
    })),
  ];
  for (const peer of peers) {
    const server = await start[peer]();
    const url = `ws://127.0.0.1:${server.port}${peer === 'room DO' ? '/room' : ''}`;
    const wire = peer === 'socket.io' ? 'socket.io' : 'plain';
    subjects.push(
      subjectOf(bench, server, (sockets) => ({
        wire,
        addresses: Array.from({ length: sockets }, () => ({ url })),
      })),
    );
  }
  return subjects;
}

const start = { 'room DO': startRoom, ws: startWs, 'socket.io': startSocketIo } as const;

function subjectOf(bench: Bench, server: Server, targetOf: Subject['targetOf']): Subject {
  return { ...servedBy(bench, server), targetOf };
}

export function servedBy(bench: Bench, server: Server): Served {
  const generator = new Generator(bench.cores);
  return {
    name: server.name,
    server,
    generator,
    async stop() {
      generator.stop();
      await server.kill();
    },
  };
}

export type Measured = Readonly<Record<string, number>>;

/** Round by round every server, each time beginning with another one. */
export async function interleave<Of extends Served>(
  bench: Bench,
  subjects: readonly Of[],
  measure: (subject: Of) => Promise<Measured>,
): Promise<(metric: string) => Samples> {
  const all = new Map<ServerName, Measured[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < bench.rounds; round += 1) {
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(round + turn) % subjects.length];
      if (subject === undefined) continue;
      bench.say(`round ${round + 1}: ${subject.name}`);
      all.get(subject.name)?.push(await measure(subject));
    }
  }
  return (metric) =>
    Object.fromEntries(
      [...all].map(([name, rounds]) => [name, rounds.map((round) => round[metric] ?? Number.NaN)]),
    );
}

/** The processor time of a server while something is done to it. */
export async function cpuOf<T>(
  { server }: Served,
  work: () => Promise<T>,
): Promise<{ cpuMs: number; output: T }> {
  const before = server.usage().cpuMs;
  const output = await work();
  return { cpuMs: server.usage().cpuMs - before, output };
}
