import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMethodName, methods, type MethodName } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { scopes, type Scope } from '../../protocol/scopes.ts';
import { isFields } from '../support/fields.ts';
import { startHouse } from '../support/house.ts';
import { makeToken } from '../support/workspace.ts';
import { askRaw, type RawAnswer, type RawArguments } from './ask-raw.ts';
import { findForeignIds, type ForeignIds } from './foreign-ids.ts';
import { hasSample, sampleOf } from './samples.ts';
import { encodings, send, type Encoding } from './send.ts';
import { makeWorld, never, type World } from './world.ts';

let world: World;
let revoked: { user: string; account: string };
const lacking = new Map<Scope, string>();
let foreign: readonly ForeignIds[] | undefined;

beforeAll(async () => {
  // Hundreds of calls by one token: limits have tests of their own.
  const size = { perSecond: 100_000, burst: 100_000 };
  const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
  world = await makeWorld(await startHouse({ vars: { RATE_LIMITS: JSON.stringify(tiers) } }));
  const { url, owner } = world;
  for (const scope of scopes) {
    const others = scopes.filter((other) => other !== scope);
    lacking.set(scope, await makeToken(url, owner.session, others));
  }
  revoked = { user: await makeToken(url, owner.session), account: await world.newAccount() };
  await world.ask('auth.revoke', revoked.user, {});
  await world.ask('account.signOut', revoked.account, {});
});
afterAll(() => world.house.stop());

const names = Object.keys(methods).filter((name) => isMethodName(name));
const contractOf = (method: MethodName): MethodContract => methods[method];
const isOpen = (method: MethodName): boolean => contractOf(method).tokens.includes('none');
const isOfAccount = (method: MethodName): boolean => contractOf(method).tokens.includes('account');
const closed = names.filter((method) => !isOpen(method));
const scoped = names.filter((method) => contractOf(method).scope !== undefined);
const tried = names.filter((method) => hasSample(method));
const reading = tried.filter((name) =>
  /\.(test|get|info|list|history|replies|members|conversations)$/.test(name),
);

const ask = (method: MethodName, token: string | undefined, args: RawArguments = {}): Promise<RawAnswer> =>
  askRaw(world.url, method, token, args);
/** A token that the method takes. */
const tokenFor = (method: MethodName): string | undefined => {
  if (isOpen(method)) return undefined;
  return isOfAccount(method) ? world.workspace.accountToken : world.owner.token;
};

test('every method of the table has a call that succeeds', () => {
  expect(names.filter((method) => !hasSample(method))).toEqual([]);
});

describe.each(tried)('%s', (method) => {
  test('answers what its row says, with the headers that Slack’s clients read', async () => {
    const { args, token } = await sampleOf(world, method);
    const { status, headers, answer } = await send(world.url, method, args, { token });
    expect(answer).toMatchObject({ ok: true });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-slack-req-id')).toMatch(/^\w{16,}$/);
    expect(headers.get('x-accepted-oauth-scopes')).toBe(contractOf(method).scope ?? '');
    const own = isOpen(method) || isOfAccount(method) ? null : scopes.join(',');
    expect(headers.get('x-oauth-scopes')).toBe(own);
  });

  test('passes over arguments that it does not know', async () => {
    const { args, token } = await sampleOf(world, method);
    const more = { team_id: world.workspace.teamId, nonsense: { deep: [1] }, __proto: 'x', ...args };
    expect(await ask(method, token, more)).toMatchObject({ ok: true });
  });

  test('refuses a token in the URL, whatever it is', async () => {
    const { args } = await sampleOf(world, method);
    for (const token of [tokenFor(method) ?? world.owner.token, 'nonsense']) {
      const { answer } = await send(world.url, method, { ...args, token }, { encoding: 'query' });
      expect(answer).toEqual({ ok: false, error: 'invalid_auth' });
    }
  });

  test('names an argument that is missing or of a wrong kind', async () => {
    const { args, token } = await sampleOf(world, method);
    for (const [name, schema] of entriesOf(method)) {
      if (isRequired(schema)) {
        const { [name]: _, ...rest } = args;
        expect(await ask(method, token, rest)).toMatchObject({
          ok: false,
          error: 'invalid_arguments',
          response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
        });
      }
      const isWrong = (value: unknown): boolean =>
        refusedAs(schema) !== undefined || !v.safeParse(schema, value).success;
      const wrong = wrongValues.filter((value) => isWrong(value));
      expect(wrong, `values that ${name} refuses`).not.toEqual([]);
      const codes = refusedAs(schema) ?? ['invalid_arguments'];
      for (const value of wrong) {
        const answer = await ask(method, token, { ...args, [name]: value });
        expect(answer, `${name}: ${JSON.stringify(value).slice(0, 60)}`).toMatchObject({
          ok: false,
          error: expect.toBeOneOf([...codes]) as unknown,
        });
        const messages = answer.response_metadata?.messages ?? [];
        if (codes.includes('invalid_arguments'))
          expect(messages.join('\n')).toContain(`[json-pointer:/${name}`);
        // What was sent is not sent back.
        expect(messages.join('\n').length).toBeLessThan(400);
      }
    }
  });

  test('answers an id of another workspace, and one that is hidden, as one that nobody ever got', async () => {
    const { args, token: usual } = await sampleOf(world, method);
    foreign ??= await findForeignIds(world);
    for (const { of, unknown, others, token = usual } of foreign) {
      for (const [name] of entriesOf(method).filter(([argument]) => of.includes(argument))) {
        const withId = (id: string): RawArguments => ({
          ...args,
          [name]: Array.isArray(args[name]) ? [id] : id,
        });
        const expected = await ask(method, token, withId(unknown));
        for (const id of others) {
          const answer = await ask(method, token, withId(id));
          // Some say which one they are about.
          expect(JSON.parse(JSON.stringify(answer).replaceAll(id, unknown)), `${name}: ${id}`).toEqual(
            expected,
          );
        }
      }
    }
  });
});

describe.each(closed)('%s', (method) => {
  test('refuses who brings no token, or one that is none', async () => {
    expect(await ask(method, undefined)).toEqual({ ok: false, error: 'not_authed' });
    const { teamId } = world.workspace;
    const { userId } = world.owner;
    const secret = 'a'.repeat(40);
    const bad = [
      'nonsense',
      `xoxp-${teamId}-${userId}-${secret}`,
      `xoxs-${teamId}-${userId}-${secret}`,
      `xoxb-${teamId}-${world.bot.userId}-${secret}`,
      `xoxp-${never.team}-${never.user}-${secret}`,
      `ewa-${secret}`,
      // The owner's own secret under another name, kind and workspace.
      world.owner.token.replace(userId, world.member.userId),
      world.owner.token.replace('xoxp', 'xoxs'),
      world.owner.token.replace(teamId, world.foreign.teamId),
      world.owner.token.toLowerCase(),
    ];
    const answers = await Promise.all(bad.map((token) => ask(method, token)));
    expect(answers).toEqual(bad.map(() => ({ ok: false, error: 'invalid_auth' })));
  });

  test('refuses a token that was revoked', async () => {
    const [token, error] = isOfAccount(method)
      ? [revoked.account, 'invalid_auth']
      : [revoked.user, 'token_revoked'];
    expect(await ask(method, token)).toEqual({ ok: false, error });
  });

  test('refuses a token of another kind', async () => {
    const { tokens } = contractOf(method);
    const held = { account: world.workspace.accountToken, user: world.owner.token, bot: world.bot.token };
    for (const kind of ['account', 'user', 'bot'] as const) {
      if (tokens.includes(kind)) continue;
      const answer = await ask(method, held[kind]);
      expect(answer, `by ${kind}`).toEqual({ ok: false, error: 'not_allowed_token_type' });
    }
  });
});

describe.each(closed.filter((method) => hasSample(method)))('%s', (method) => {
  test('takes the token in a POST’s body as well, and never a cookie without our own page’s headers', async () => {
    const { args, token } = await sampleOf(world, method);
    const { answer } = await send(world.url, method, { ...args, token }, { encoding: 'form' });
    expect(answer).toMatchObject({ ok: true });

    const again = await sampleOf(world, method);
    const cookie = cookieOf(again.token);
    const page = { origin: world.url, 'x-edgewise-workspace': world.workspace.teamId };
    const notAuthed = { ok: false, error: 'not_authed' };
    const withHeaders = async (headers: Record<string, string>, encoding: 'json' | 'query') =>
      (await send(world.url, method, again.args, { headers: { cookie, ...headers }, encoding })).answer;
    expect(await withHeaders(page, 'query')).toEqual(notAuthed);
    expect(await withHeaders({ ...page, origin: 'https://evil.example' }, 'json')).toEqual(notAuthed);
    expect(await withHeaders({ origin: world.url }, 'json')).toEqual(notAuthed);
    expect(await withHeaders({}, 'json')).toEqual(notAuthed);
    expect(await withHeaders(page, 'json')).toMatchObject({ ok: true });
  });
});

describe.each(scoped)('%s', (method) => {
  test('refuses a token that lacks its scope, and says which', async () => {
    const scope = contractOf(method).scope ?? 'chat:write';
    const token = lacking.get(scope);
    const provided = scopes.filter((other) => other !== scope).join(',');
    const { answer, headers } = await send(world.url, method, {}, { token });
    expect(answer).toEqual({ ok: false, error: 'missing_scope', needed: scope, provided });
    expect(headers.get('x-oauth-scopes')).toBe(provided);
    expect(headers.get('x-accepted-oauth-scopes')).toBe(scope);
  });
});

describe.each(tried)('%s', (method) => {
  test('answers the same however the arguments were written', async () => {
    const isReading = reading.includes(method);
    const ways = isReading ? encodings : (['json', 'form', 'multipart after a line end'] as const);
    let sample = await sampleOf(world, method);
    const answers: { readonly encoding: Encoding; readonly answer: unknown }[] = [];
    for (const encoding of ways) {
      const { args, token } = sample;
      const { answer } = await send(world.url, method, args, { token, encoding });
      expect(answer).toMatchObject({ ok: true });
      // What writes has other arguments each time, so its answers are alike in their fields alone.
      answers.push({ encoding, answer: isReading ? withoutTime(answer) : kindOf(answer) });
      if (!isReading) sample = await sampleOf(world, method);
    }
    expect(answers).toEqual(ways.map((encoding) => ({ encoding, answer: answers[0]?.answer })));
  });
});

/** One of them is wrong for every argument: too long, no JSON, of another kind. */
const wrongValues: readonly unknown[] = [
  { a: { b: 1 } },
  [[[]]],
  'x'.repeat(4_001),
  '{"a":',
  -1.5,
  'maybe',
  true,
];

/** The arguments of a method, by its schema. */
function entriesOf(method: MethodName): [string, v.GenericSchema][] {
  const { input } = contractOf(method);
  return 'entries' in input ? (Object.entries(input.entries) as [string, v.GenericSchema][]) : [];
}
/** Codes of its own, by which the method refuses such an argument (`judged` in protocol/arguments.ts). */
function refusedAs(schema: v.GenericSchema): readonly string[] | undefined {
  const inner = 'wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema;
  const { refusedAs: codes } = v.getMetadata(inner);
  return codes as readonly string[] | undefined;
}
const isRequired = (schema: v.GenericSchema): boolean => !v.safeParse(schema, undefined).success;

/** As the server sets it: of an account's session, or of the owner's in the workspace. */
function cookieOf(token = ''): string {
  if (token.startsWith('ewa-')) return `edgewise-account=${token}`;
  const session = token.startsWith('xoxs-') ? token : world.owner.session;
  return `edgewise-${world.workspace.teamId}=${session.replace('xoxs-', '').replaceAll('-', '.')}`;
}

/** What differs between two answers of one moment. */
const withoutTime = ({ cache_ts: _time, ...answer }: RawAnswer): object => answer;

/** Which fields it has, to the bottom, and of what kind each is. */
function kindOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => kindOf(item));
  if (!isFields(value)) return typeof value === 'boolean' ? value : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, kindOf(inner)]));
}
