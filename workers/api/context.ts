import type { Blobs } from '../../platform/blobs/port.ts';
import type { Images } from '../../platform/images/port.ts';
import type { WorkerObjects } from '../../platform/objects.ts';
import type { MethodName, Methods } from '../../protocol/methods.ts';
import type { Actor, Caller } from '../../protocol/objects/caller.ts';
import type { Membership } from '../../protocol/objects/member.ts';
import type { AccountState } from '../../protocol/objects/store.ts';
import type { Config } from './config.ts';
import type { CookieJar } from './cookies.ts';
import type { RequestFacts } from './request-facts.ts';

/** What every handler gets: the world it may touch, and the time. */
export interface Call {
  readonly objects: WorkerObjects;
  readonly blobs: Blobs;
  readonly images: Images | undefined;
  readonly config: Config;
  readonly request: RequestFacts;
  readonly nowMs: number;
  /** Goes out with the answer, if it is ok. */
  readonly cookies: CookieJar;
}

/** Called with the bearer or the cookie of an account. */
export interface AccountCall extends Call {
  readonly accountToken: string;
  readonly session: AccountState;
}

/** Called by a person or a bot of a workspace. */
export interface CallerCall extends Call {
  readonly caller: Caller;
  /** The caller without credential: as objects are told. */
  readonly actor: Actor;
  /** In the conversation that the argument `channel` names by id, if the caller is in it. Ask gate.ts, not this. */
  readonly membership: Membership | undefined;
}

type KindOf<Name extends MethodName> = Methods[Name]['tokens'][number];

/** By the kinds of token that the method's row takes. */
export type ContextOf<Name extends MethodName> =
  'none' extends KindOf<Name> ? Call : 'account' extends KindOf<Name> ? AccountCall : CallerCall;
