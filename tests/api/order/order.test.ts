import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMethodName, methods, type MethodName } from '../../../protocol/methods.ts';
import { startHouse } from '../../support/house.ts';
import { makeBot, makeToken, type TestPerson } from '../../support/workspace.ts';
import { askRaw, type RawAnswer, type RawArguments } from '../ask-raw.ts';
import { makeWorld, type World } from '../world.ts';
import { argumentsFirst } from './arguments-first.ts';
import { objectsFirst, type Place } from './objects-first.ts';
import { rows } from './rows.ts';

/** Slack’s order: token, kind of token, scope, arguments, objects, what may be done with them. */
let world: World;
let place: Place;
/** Of each kind, with a scope that no method asks for. */
let bare: Readonly<Record<'account' | 'user' | 'bot', string>>;
beforeAll(async () => {
  const size = { perSecond: 100_000, burst: 100_000 };
  const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
  world = await makeWorld(await startHouse({ vars: { RATE_LIMITS: JSON.stringify(tiers) } }));
  const { url, owner, member, guest, newChannel, workspace } = world;
  const room = await newChannel({ people: [member.userId, guest.userId] });
  place = { room, archived: await newChannel({ isArchived: true }) };
  bare = {
    account: workspace.accountToken,
    user: await makeToken(url, owner.session, [unasked]),
    bot: (await makeBot(workspace, [unasked])).token,
  };
});
afterAll(() => world.house.stop());

const unasked = 'chat:write.customize';
const names = Object.keys(methods).filter((name) => isMethodName(name));
const ask = (method: MethodName, token: string | undefined, args: RawArguments): Promise<RawAnswer> =>
  askRaw(world.url, method, token, args);

test('every method has its row in tests/api/order/rows.ts, and every row its method', () => {
  expect(names.filter((name) => rows[name] === undefined)).toEqual([]);
  expect(Object.keys(rows).filter((name) => !isMethodName(name))).toEqual([]);
});

/** Some methods take no token, no scope or no argument that could be wrong: they have no such stage. */
const those = (has: (row: Row) => boolean): [MethodName, Row][] =>
  names.flatMap((name): [MethodName, Row][] => {
    const row = rows[name];
    return row !== undefined && has(row) ? [[name, row]] : [];
  });
type Row = (typeof rows)[string];

test.each(those(({ refuses }) => refuses !== 'none'))(
  '%s asks first for a token, then for one that is one, then for the right kind',
  async (method, { refuses, request }) => {
    expect(await ask(method, undefined, request)).toEqual({ ok: false, error: 'not_authed' });
    expect(await ask(method, 'xoxp-nonsense', request)).toEqual({ ok: false, error: 'invalid_auth' });
    const token = bare[refuses === 'none' ? 'user' : refuses];
    expect(await ask(method, token, request)).toEqual({ ok: false, error: 'not_allowed_token_type' });
  },
);

test.each(those(({ scope }) => scope !== undefined))(
  '%s asks for the scope before it looks at arguments',
  async (method, { scope, request }) => {
    const refusal = { ok: false, error: 'missing_scope', needed: scope, provided: unasked };
    expect(await ask(method, bare.user, request)).toEqual(refusal);
  },
);

test.each(those(({ messages }) => messages.length > 0))(
  '%s looks at arguments before it looks for what they name, and names each that is wrong',
  async (method, { request, messages }) => {
    expect(await ask(method, tokenOf(method), request)).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages },
    });
  },
);

describe.each(argumentsFirst.map((one, index) => ({ ...one, index })))(
  '$index: $method with what is not there',
  ({ method, args, error }) => {
    test(`answers ${error}`, async () => {
      if (!isMethodName(method)) throw new Error(`there is no ${method}`);
      expect(await ask(method, world.owner.token, args(world))).toMatchObject({ ok: false, error });
    });
  },
);

describe.each(objectsFirst.map((one, index) => ({ ...one, index })))(
  '$index: $method by the $by',
  ({ method, by, args, error }) => {
    test(`answers ${error}`, async () => {
      if (!isMethodName(method)) throw new Error(`there is no ${method}`);
      const person: TestPerson = world[by];
      expect(await ask(method, person.token, args(place, world))).toMatchObject({ ok: false, error });
    });
  },
);

/** Of somebody who may least, as far as a token is asked for. */
function tokenOf(method: MethodName): string | undefined {
  const { refuses } = rows[method] ?? never();
  if (refuses === 'none') return undefined;
  return refuses === 'user' ? world.workspace.accountToken : world.guest.token;
}
function never(): never {
  throw new Error('the test above says which row is missing');
}
