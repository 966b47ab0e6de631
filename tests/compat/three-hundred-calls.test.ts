import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods, type MethodName } from '../../protocol/methods.ts';
import { startHouse, type House } from '../support/house.ts';
import { dataOf, sdks, type Sdk, type WebClient } from '../support/sdk.ts';
import { join, makeBot, signUp } from '../support/workspace.ts';
import { Comparable } from './comparable.ts';
import { manage } from './script/manage.ts';
import type { Answer, Args, Say } from './script/say.ts';
import { talk } from './script/talk.ts';
import { oursAlone } from './shapes/ours-alone.ts';

let house: House;
beforeAll(async () => {
  // Hundreds of calls by one token: limits have tests of their own.
  const size = { perSecond: 100_000, burst: 100_000 };
  const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
  house = await startHouse({ vars: { RATE_LIMITS: JSON.stringify(tiers) } });
});
afterAll(() => house.stop());

interface Line {
  readonly method: string;
  /** `ok`, or the code of the refusal. */
  readonly outcome: string;
  readonly answer: unknown;
}

async function runScript(sdk: Sdk): Promise<Line[]> {
  const workspace = await signUp(house);
  const [ines, otto] = [await join(workspace), await join(workspace, { realName: 'Otto Other' })];
  const bot = await makeBot(workspace);
  const people = { ines: ines.userId, otto: otto.userId, bot: bot.userId };
  const lines: Line[] = [];
  const comparable = new Comparable();
  comparable.of([workspace.teamId, workspace.generalId, workspace.owner.userId, ...Object.values(people)]);
  const say: Say = async (by, method, args = {}, expected = 'ok') => {
    const answer = await answerOf(by, method, args);
    const outcome = answer['ok'] === true ? 'ok' : String(answer['error']);
    expect(outcome, `call ${lines.length + 1}: ${method} ${JSON.stringify(args)}`).toBe(expected);
    lines.push({ method, outcome, answer: comparable.of(answer) });
    return answer;
  };
  const clients = {
    owner: sdk.client(house.url, workspace.owner.token),
    member: sdk.client(house.url, ines.token),
    other: sdk.client(house.url, otto.token),
    robot: sdk.client(house.url, bot.token),
    nobody: sdk.client(house.url, 'xoxp-nonsense'),
  };
  await talk(say, clients, workspace, people);
  await manage(say, clients, workspace, people);
  return lines;
}

async function answerOf(by: WebClient, method: MethodName, args: Args): Promise<Answer> {
  try {
    return { ...(await by.apiCall(method, { ...args })) };
  } catch (error) {
    const data = dataOf(error);
    if (data === undefined) throw error;
    return { ...data };
  }
}

/** Methods of Slack's that no call of the script succeeded in. */
function unsaid(lines: readonly Line[]): string[] {
  const said = new Set(lines.filter(({ outcome }) => outcome === 'ok').map(({ method }) => method));
  return Object.keys(methods).filter(
    (method) => !oursAlone.has(method) && !said.has(method) && !notSaid.has(method),
  );
}
/** They end or change the people whose tokens the script speaks by; tests/api/error-cases has them. */
const notSaid: ReadonlySet<string> = new Set<MethodName>([
  'admin.users.remove',
  'admin.users.setAdmin',
  'admin.users.setOwner',
  'admin.users.setRegular',
  'auth.revoke',
]);

describe('one script of a few hundred calls', () => {
  const runs = new Map<string, Line[]>();

  test.each(sdks)(
    'has Slack’s documented outcomes by $name',
    async (sdk) => {
      const lines = await runScript(sdk);
      runs.set(sdk.name, lines);
      expect(lines.length).toBeGreaterThanOrEqual(300);
      expect(unsaid(lines)).toEqual([]);
      expect(lines.filter(({ outcome }) => outcome !== 'ok').length).toBeGreaterThan(60);
    },
    180_000,
  );

  test('is answered alike by both, field for field', () => {
    const [one = [], other = []] = [...runs.values()];
    expect(one.length).toBeGreaterThan(0);
    for (const [index, line] of one.entries()) expect(other[index], `call ${index + 1}`).toEqual(line);
    expect(other).toHaveLength(one.length);
  });
});
