import { env } from 'cloudflare:workers';
import { shardOf } from '../../../domain/shard.ts';
import type { Env } from '../../../platform/env.ts';
import { objectsOf } from '../../../platform/objects.ts';
import { mintId } from '../../../platform/secrets/mint.ts';
import type { ChannelId, TeamId, UserId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import type { ChannelObject, PostCommand } from '../../../protocol/objects/channel.ts';
import type { DirectoryObject } from '../../../protocol/objects/directory.ts';
import type { Refusal } from '../../../protocol/refusal.ts';
import type { Role } from '../../../protocol/roles.ts';

export const bindings = env as unknown as Env;
export const objects = objectsOf(bindings);

/** A workspace of the real objects, made without the Worker. Names are unique: a file shares its storage. */
export interface Workspace {
  readonly teamId: TeamId;
  readonly generalId: ChannelId;
  readonly shardCount: number;
  readonly directory: DirectoryObject;
  readonly owner: Actor;
  /** Somebody new, in #general. `shard`: served by this gateway. */
  person(role?: Role, shard?: number): Promise<Actor>;
  /** A channel of `people`, the first of whom made it. */
  channelWith(people: readonly Actor[], isPrivate?: boolean): Promise<TestChannel>;
}

export interface TestChannel {
  readonly id: ChannelId;
  readonly object: ChannelObject;
  post(actor: Actor, text: string, more?: Partial<PostCommand>): Promise<Posted>;
}
type Posted = Extract<Awaited<ReturnType<ChannelObject['post']>>, { ok: true }>;

export async function workspace({ shards = 1 } = {}): Promise<Workspace> {
  const teamId = mintId('T');
  const directory = objects.directory(teamId);
  const owner: Actor = { teamId, userId: mintId('U'), role: 'owner' };
  const domain = teamId.toLowerCase();
  const founded = expectOk(
    await directory.found({
      team: { id: teamId, name: domain, domain },
      owner: { userId: owner.userId, accountId: mintSubject(), email: mail(), realName: 'Olive Owner' },
      shardCount: shards,
    }),
  );
  const { generalId } = founded.team;
  const person = async (role: Role = 'member', shard?: number): Promise<Actor> => {
    const channelIds = role === 'guest' ? [generalId] : [];
    const invitation = { role, channelIds, maxUses: 200, days: 1 };
    const { secret } = expectOk(await directory.createInvitation(owner, invitation));
    for (;;) {
      const account = { accountId: mintSubject(), email: mail(), realName: 'Some Body' };
      const { userId } = expectOk(await directory.acceptInvitation(secret, account));
      if (shard === undefined || shardOf(userId, shards) === shard) return { teamId, userId, role };
    }
  };
  const channelWith = async (people: readonly Actor[], isPrivate = false): Promise<TestChannel> => {
    const [maker = owner, ...others] = people;
    const request = { name: `c-${mintSubject()}`, isPrivate };
    const { summary } = expectOk(await directory.createChannel(maker, request));
    const channel = channelOf(summary.id);
    if (others.length > 0) expectOk(await channel.object.invite(maker, others, false));
    return channel;
  };
  return { teamId, generalId, shardCount: shards, directory, owner, person, channelWith };
}

export function channelOf(id: ChannelId): TestChannel {
  const object = objects.channel(id);
  return {
    id,
    object,
    post: async (actor, text, more = {}) =>
      expectOk(await objects.channel(id).post(actor, { text, ...more })),
  };
}

/** An answer that must be no refusal. */
export function expectOk<T extends { readonly ok: true }>(outcome: T | Refusal): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.error}`);
  return outcome;
}

/** The stub of an object, for what `cloudflare:test` does to it: evict it, run its alarm, look into its storage. */
export const stubs = {
  channel: (id: ChannelId) => named(bindings.CHANNEL, id),
  member: ({ teamId, userId }: { teamId: TeamId; userId: UserId }) =>
    named(bindings.MEMBER, `${teamId}:${userId}`),
  directory: (teamId: TeamId) => named(bindings.DIRECTORY, teamId),
  gateway: (teamId: TeamId, shard = 0) => named(bindings.GATEWAY, `${teamId}:${shard}`),
};
const named = (namespace: DurableObjectNamespace, name: string) => namespace.get(namespace.idFromName(name));

const mintSubject = (): string => mintId('K').toLowerCase();
const mail = (): string => `${mintSubject()}@example.com`;
