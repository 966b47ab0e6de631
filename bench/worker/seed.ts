import { objectsOf } from '../../platform/objects.ts';
import type { Env } from '../../platform/env.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { scopes } from '../../protocol/scopes.ts';

export interface Seeded {
  readonly teamId: TeamId;
  readonly generalId: ChannelId;
  readonly people: readonly SeededPerson[];
}
export interface SeededPerson {
  readonly userId: UserId;
  readonly token: string;
}

/** A workspace by the objects themselves: without accounts, whose passwords would cost a minute a thousand. */
export async function seedWorkspace(env: Env, { shards }: { readonly shards: number }): Promise<Seeded> {
  const teamId = mintId('T');
  const userId = mintId('U');
  const founded = expectOk(
    await objectsOf(env)
      .directory(teamId)
      .found({
        team: { id: teamId, name: 'Bench', domain: teamId.toLowerCase() },
        owner: { userId, accountId: userId, email: `${userId}@example.com`, realName: 'Olive Owner' },
        shardCount: shards,
      }),
  );
  const owner = { userId, token: await tokenOf(env, teamId, userId) };
  return { teamId, generalId: founded.team.generalId, people: [owner] };
}

/** They are in #general. */
export async function seedPeople(
  env: Env,
  { owner, count }: { readonly owner: Actor; readonly count: number },
): Promise<SeededPerson[]> {
  const directory = objectsOf(env).directory(owner.teamId);
  const invitation = { role: 'member' as const, channelIds: [], maxUses: count, days: 1 };
  const { secret } = expectOk(await directory.createInvitation(owner, invitation));
  const people: SeededPerson[] = [];
  while (people.length < count) {
    const accountId = mintId('K');
    const account = { accountId, email: `${accountId}@example.com`, realName: `Person ${accountId}` };
    const { userId } = expectOk(await directory.acceptInvitation(secret, account));
    people.push({ userId, token: await tokenOf(env, owner.teamId, userId) });
  }
  return people;
}

/** A channel with these people, in which the last of them has written. */
export async function seedChannel(
  env: Env,
  request: {
    readonly owner: Actor;
    readonly name: string;
    readonly userIds: readonly UserId[];
    readonly posts: number;
  },
): Promise<ChannelId> {
  const { owner, name, userIds, posts } = request;
  const objects = objectsOf(env);
  const made = await objects.directory(owner.teamId).createChannel(owner, { name, isPrivate: false });
  const { id } = expectOk(made).summary;
  const channel = objects.channel(id);
  const seats = userIds.filter((userId) => userId !== owner.userId);
  const people = seats.map((userId) => ({ userId, role: 'member' as const }));
  if (people.length > 0) expectOk(await channel.invite(owner, people, true));
  const writer = people.at(-1) ?? owner;
  for (let count = 0; count < posts; count += 1) {
    expectOk(await channel.post({ ...writer, teamId: owner.teamId }, { text: `number ${count}` }));
  }
  return id;
}

async function tokenOf(env: Env, teamId: TeamId, userId: UserId): Promise<string> {
  const credential = { kind: 'user' as const, name: 'bench', scopes };
  return expectOk(await objectsOf(env).member(teamId, userId).openCredential(credential)).token;
}

function expectOk<T extends { readonly ok: true }>(outcome: T | Refusal): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.error}`);
  return outcome;
}
