/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { accountsMigrations } from '../../db/accounts/migrations.ts';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { embedded } from '../database/embedded.ts';
import { engineOf } from '../database/engine.ts';
import { migrateEmbedded } from '../database/migrate-embedded.ts';
import type { Env } from '../env.ts';
import type { Mail } from '../mail/port.ts';
import { mintId } from '../secrets/mint.ts';
import { accountsOn } from './accounts.ts';
import { authLibraryOn } from './better-auth.ts';
import type { AuthDeps } from './deps.ts';
import type { Accounts } from './port.ts';

export const email = 'ada@example.com';
export const password = 'correct horse battery';
export const policyOpen = { kind: 'open' } as const;

interface World {
  readonly accounts: Accounts;
  readonly db: AuthDeps['db'];
  readonly mails: Mail[];
  readonly library: AuthDeps['library'];
  readonly codeFor: (address: string) => Promise<string>;
}

/** Accounts of their own on the SQLite of an object of their own. */
export async function inWorld(
  overrides: Partial<AuthDeps>,
  run: (world: World) => Promise<void>,
): Promise<void> {
  const { STORE } = env as unknown as Env;
  await runInDurableObject(STORE.get(STORE.newUniqueId()), async (_, { storage }: DurableObjectState) => {
    migrateEmbedded(storage, accountsMigrations);
    const db = embedded(engineOf(storage), accountsSchema);
    const library = authLibraryOn(db, 'a secret of the tests, longer than thirty-two');
    const mails: Mail[] = [];
    const deferred: Promise<void>[] = [];
    const accounts = accountsOn({
      db,
      library,
      policy: policyOpen,
      mailer: { send: (mail) => Promise.resolve(void mails.push(mail)) },
      setupSecret: 'the link',
      defer: (work) => deferred.push(work),
      now: () => new Date(),
      ...overrides,
    });
    const codeFor = async (address: string) => {
      await accounts.requestCode({ email: address });
      await Promise.all(deferred);
      return /\d{6}/.exec(mails.findLast(({ to }) => to === address)?.text ?? '')?.[0] ?? 'no mail';
    };
    await run({ accounts, db, mails, library, codeFor });
  });
}

export const inOpenWorld = (run: (world: World) => Promise<void>) => () => inWorld({}, run);

/** Refused answers fail the test with their code. */
export async function ok<Answer extends { ok: boolean }>(
  answer: Promise<Answer>,
): Promise<Extract<Answer, { ok: true }>> {
  const got = await answer;
  expect(got).toMatchObject({ ok: true });
  return got as Extract<Answer, { ok: true }>;
}
export const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

export async function placeFor(accounts: Accounts, accountId: string) {
  const place = { teamId: mintId('T'), userId: mintId('U') };
  await ok(
    accounts.recordWorkspace({ teamId: place.teamId, name: 'Acme', domain: place.teamId.toLowerCase() }),
  );
  await accounts.linkWorkspace({ accountId, ...place });
  return place;
}
