/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Env } from '../../platform/env.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Role } from '../../protocol/roles.ts';
import { FakeObjects } from './fake-objects.ts';
import { acceptInvitation } from '../directory/accept-invitation.ts';
import { owedPeopleDuty } from '../directory/complete-person.ts';
import { createInvitation } from '../directory/create-invitation.ts';
import { found } from '../directory/found.ts';
import { reservationsDuty } from '../directory/make-channel.ts';
import { renamesDuty } from '../directory/rename-channel.ts';
import { Workspace } from '../directory/workspace.ts';

const { DIRECTORY } = env as unknown as Env;

export interface Bench {
  readonly workspace: Workspace;
  readonly fakes: FakeObjects;
  readonly owner: Actor;
  readonly storage: DurableObjectStorage;
  readonly clock: { nowMs: number };
  /** A Workspace over the same storage, as after an eviction. */
  again(): Workspace;
}

/** For tests: a founded workspace in a real object's storage, with a clock and the other objects in the test's hand. */
export async function onBench(run: (bench: Bench) => Promise<void>, shardCount = 1): Promise<void> {
  const teamId = mintId('T');
  await runInDurableObject(directoryStub(teamId), async (_, { storage }: DurableObjectState) => {
    const fakes = new FakeObjects();
    const clock = { nowMs: 1_700_000_000_000 };
    const again = (): Workspace => new Workspace(storage, fakes, () => clock.nowMs);
    const workspace = again();
    const owner: Actor = { teamId, userId: mintId('U'), role: 'owner' };
    const founded = await found(workspace, foundRequest(owner, shardCount), 'generation');
    if (!founded.ok) throw new Error(founded.error);
    await run({ workspace, fakes, owner, storage, clock, again });
  });
}

export const directoryStub = (teamId: TeamId) => DIRECTORY.get(DIRECTORY.idFromName(teamId));

export const foundRequest = (owner: Actor, shardCount = 1) => ({
  team: { id: owner.teamId, name: 'Acme', domain: 'acme' },
  owner: { userId: owner.userId, accountId: 'account-0', email: 'ada@example.com', realName: 'Ada Lovelace' },
  shardCount,
});

/** An account of that name, as the one who accepts brings it. */
export const account = (name: string) => ({
  accountId: `account-${name}`,
  email: `${name}@example.com`,
  realName: name,
});

/** What an invitation is asked for, beside the usual. */
interface Wish {
  readonly role?: Role;
  readonly channelIds?: readonly ChannelId[];
  readonly email?: string;
  readonly maxUses?: number;
}
export async function linkOf(
  { workspace, owner }: Pick<Bench, 'workspace' | 'owner'>,
  wish: Wish = {},
): Promise<string> {
  const request = { role: 'member' as const, channelIds: [], maxUses: 1, days: 1, ...wish };
  const made = await createInvitation(workspace, owner, request);
  if (!made.ok) throw new Error(made.error);
  return made.secret;
}
export const errorOf = (answer: { ok: true } | { ok: false; error: string }): string =>
  answer.ok ? 'ok' : answer.error;

/** Somebody new, by an invitation of the owner. */
export async function invited(
  bench: Pick<Bench, 'workspace' | 'owner'>,
  name: string,
  role: Role = 'member',
): Promise<Actor> {
  const { workspace, owner } = bench;
  const channelIds = role === 'guest' ? [workspace.requireTeam().generalId] : [];
  const secret = await linkOf(bench, { role, channelIds });
  const accepted = await acceptInvitation(workspace, secret, account(name));
  if (!accepted.ok) throw new Error(accepted.error);
  return { teamId: owner.teamId, userId: accepted.userId, role };
}

/** What the alarm would do at that time. */
export async function runDuties(workspace: Workspace, nowMs: number): Promise<void> {
  await owedPeopleDuty(workspace).run(nowMs);
  await reservationsDuty(workspace).run(nowMs);
  await renamesDuty(workspace).run(nowMs);
}

export const stranger = (): UserId => mintId('U');
