import type { House } from '../../support/house.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { timestampOf } from '../../../protocol/timestamp.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Place, Room, TestPerson } from './room.ts';
import { unique } from '../../support/workspace.ts';

/**
 * A module around the Worker, by which a channel is years old and holds as much as it would by then: through its own
 * `create`, `invite` and `post`, with the clock set back while each decides, and without a call over HTTP for each
 * message.
 */
export const sideDoor = `
import main, { Channel as Real } from './worker.js';
export * from './worker.js';

const now = Date.now;
let bornMs;
const reactions = ['eyes', 'tada', 'heart', 'rocket', 'thumbsup'];
/** What runs in one turn runs at that time. */
function at(ms, run) {
  if (ms !== undefined) Date.now = () => ms;
  try {
    return run();
  } finally {
    Date.now = now;
  }
}

export class Channel extends Real {
  create(creation) {
    return at(bornMs, () => super.create(creation));
  }
  invite(...args) {
    return at(bornMs, () => super.invite(...args));
  }
  async fill({ writers, texts, fromLine, toLine, at: times, isLively }) {
    let last;
    for (let line = fromLine; line <= toLine; line += 1) {
      const ms = times[line - fromLine];
      const writer = writers[Math.floor(line / 3) % writers.length];
      const text = 'line ' + line + ' ' + texts[line % texts.length];
      last = at(ms, () => super.post(writer, { text }));
      if (isLively && (line % 9 === 4 || line % 10 === 7)) {
        const { ts } = (await last).message;
        if (line % 9 === 4)
          for (const name of reactions.slice(0, 1 + (line % 5)))
            await at(ms + 1, () => super.react(writer, { ts, name }));
        if (line % 10 === 7) await at(ms + 1, () => super.post(writer, { text: 'a reply', threadTs: ts }));
      }
      // Turns in which it delivers, too.
      if (line % 1000 === 0) await last;
    }
    return last;
  }
}

export default {
  ...main,
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/side-door/')) return main.fetch(request, env, ctx);
    const input = await request.json();
    if (pathname === '/side-door/born') {
      bornMs = input.ms;
      return Response.json({});
    }
    return Response.json(await env.CHANNEL.get(env.CHANNEL.idFromName(input.channel)).fill(input));
  },
};
`;

export interface LongChannel extends Place {
  readonly count: number;
  /** Of the line with this number; the first is 1. */
  ts(line: number): Timestamp;
}

/** Five messages within two minutes, and then nothing for hours: 100,000 of them take four years. */
const burst = 5;
const betweenBurstsMs = 100 * 60_000;
const withinBurstMs = 25_000;
const chunk = 5_000;

/** All of it read by the owner. `isLively`: with reactions and threads. Needs a house with `sideDoor` around it. */
export async function longChannel(
  house: House,
  room: Room,
  writer: TestPerson,
  count: number,
  { isLively = false } = {},
): Promise<LongChannel> {
  const knock = async (verb: string, input: object): Promise<{ ok?: boolean; error?: string }> => {
    const response = await fetch(`${house.url}/side-door/${verb}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`side-door/${verb} answered ${response.status}`);
    return (await response.json()) as { ok?: boolean; error?: string };
  };
  const bornMs = Date.now() - (Math.ceil(count / burst) + 1) * betweenBurstsMs;
  await knock('born', { ms: bornMs });
  const name = unique('long');
  const { channel } = await room.call(room.owner, 'conversations.create', { name });
  const id = channel.id as ChannelId;
  await room.call(room.owner, 'conversations.invite', { channel: id, users: [writer.userId as UserId] });
  await knock('born', {});
  const { teamId } = room.workspace;
  const writers = [writer, room.owner].map(({ userId }) => ({ teamId, userId, role: 'member' }));
  const msOf = (line: number): number =>
    bornMs + (1 + Math.floor((line - 1) / burst)) * betweenBurstsMs + ((line - 1) % burst) * withinBurstMs;
  for (let fromLine = 1; fromLine <= count; fromLine += chunk) {
    const toLine = Math.min(count, fromLine + chunk - 1);
    const at = Array.from({ length: toLine - fromLine + 1 }, (_, index) => msOf(fromLine + index));
    const last = await knock('fill', { channel: id, writers, texts, fromLine, toLine, at, isLively });
    if (last.ok !== true) throw new Error(`filling was refused: ${last.error ?? 'nothing'}`);
  }
  const ts = (line: number): Timestamp => timestampOf(msOf(line) * 1_000);
  await room.read(room.owner, id, ts(count));
  return { id, name, count, ts };
}

const words = 'the tide came in over the flats and nobody had moved the boats which was to be expected'.split(
  ' ',
);

/** Of all heights, since a list that guesses a height has to be wrong now and then. */
const texts = Array.from({ length: 97 }, (_, index) => {
  const length = [3, 8, 2, 40, 5, 120, 1, 17][index % 8] ?? 3;
  const prose = Array.from({ length }, (_word, at) => words[(at * 7 + index) % words.length]).join(' ');
  if (index % 13 === 4) return `${prose}\n\`\`\`\nconst tide = ${index};\nif (tide > 4) moor(boats);\n\`\`\``;
  if (index % 11 === 6) return `${prose}\n> quoted ${index}\n• one\n• two\n• three`;
  return prose;
});
