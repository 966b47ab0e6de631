import type { ChannelId, TeamId, UserId } from '../protocol/ids.ts';
import type { ChannelObject } from '../protocol/objects/channel.ts';
import type { CounterObject } from '../protocol/objects/counter.ts';
import type { DirectoryObject } from '../protocol/objects/directory.ts';
import type { GatewayObject } from '../protocol/objects/gateway.ts';
import type { MemberObject } from '../protocol/objects/member.ts';
import type { StoreObject } from '../protocol/objects/store.ts';
import type { Env } from './env.ts';

/**
 * Names and reaches objects: the only place that does. A channel's object is named by its id alone, so that it
 * stays what it is when a second workspace shares it. A stub is made for each call: one that threw is spent.
 */
export interface Objects {
  channel(id: ChannelId): ChannelObject;
  member(teamId: TeamId, userId: UserId): MemberObject;
  directory(teamId: TeamId): DirectoryObject;
  gateway(teamId: TeamId, shard: number): GatewayObject;
}

/** Takes sockets: the Worker has authenticated, and passes the Caller in a header. */
interface Upgrading {
  fetch(request: Request): Promise<Response>;
}

/** What the Worker reaches besides. */
export interface WorkerObjects extends Objects {
  channel(id: ChannelId): ChannelObject & Upgrading;
  gateway(teamId: TeamId, shard: number): GatewayObject & Upgrading;
  /** The embedded database: one for the deployment. */
  store(): StoreObject;
  /** One kind of count and its subject, as counter.ts says: `sign-in:address:192.0.2.1`. */
  counter(name: string): CounterObject;
}

type Bindings = Pick<Env, 'CHANNEL' | 'MEMBER' | 'DIRECTORY' | 'GATEWAY'>;
type WorkerBindings = Bindings & Pick<Env, 'STORE' | 'COUNTER'>;

export function objectsOf(env: Bindings): Pick<WorkerObjects, keyof Objects> {
  return {
    channel: (id) => named(env.CHANNEL, id),
    member: (teamId, userId) => named(env.MEMBER, `${teamId}:${userId}`),
    directory: (teamId) => named(env.DIRECTORY, teamId),
    gateway: (teamId, shard) => named(env.GATEWAY, `${teamId}:${shard}`),
  };
}

export const workerObjectsOf = (env: WorkerBindings): WorkerObjects => ({
  ...objectsOf(env),
  store: () => storeOf(env),
  counter: (name) => named(env.COUNTER, name),
});

export const storeOf = ({ STORE }: Pick<Env, 'STORE'>): StoreObject => named(STORE, 'store');

const named = <T>(namespace: DurableObjectNamespace, name: string): T =>
  // The interface of protocol/objects is what the class implements; RPC adds promises that it already has.
  namespace.get(namespace.idFromName(name)) as unknown as T;
