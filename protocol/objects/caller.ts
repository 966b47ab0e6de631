import type { BotId, CredentialId, TeamId, UserId } from '../ids.ts';
import type { Role } from '../roles.ts';
import type { Scope } from '../scopes.ts';

/** Who acts: as the Member said, and trusted between objects from there on. */
export interface Actor {
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly role: Role;
  readonly bot?: { readonly id: BotId; readonly name: string };
}

/** Who calls, and by which credential. */
export interface Caller extends Actor {
  readonly credentialId: CredentialId;
  readonly kind: 'user' | 'bot';
  readonly scopes: readonly Scope[];
  /** Gateways of the workspace: shardOf(userId, shardCount) names this person's (domain/shard.ts). */
  readonly shardCount: number;
}
