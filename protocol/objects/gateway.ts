import type { ChannelId, CredentialId, TeamId, UserId } from '../ids.ts';
import type { Role } from '../roles.ts';
import type { EventBody, PersonalEvent } from '../events.ts';
import type { Delivery, DeliveryAnswer } from './delivery.ts';

/** A change of a person's own state, for their own sockets. `version` rises by one with each. */
export interface PersonalPush {
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly version: number;
  readonly event: PersonalEvent;
}

/**
 * What no longer holds: some credentials of a person; or their role, which sockets that stay open then act by.
 * Answered when no frame of what was revoked can follow.
 */
export interface Revocation {
  readonly userId: UserId;
  readonly credentialIds?: readonly CredentialId[];
  readonly role?: Role;
}

/**
 * The sockets of the people of one shard of a workspace. Its `fetch` upgrades (platform/objects.ts): the Worker
 * has authenticated, and passes the Caller as JSON in the header `x-edgewise-caller`.
 */
export interface GatewayObject {
  deliver(delivery: Delivery): Promise<DeliveryAnswer>;
  push(push: PersonalPush): Promise<void>;
  revoke(revocation: Revocation): Promise<void>;
  /** To everybody of the channel here but the one who types; nothing is stored or repeated. */
  typing(channelId: ChannelId, event: EventBody<'user_typing'>): Promise<void>;
  /** To one person's sockets, if they are in the channel; nothing is stored or repeated. */
  ephemeral(channelId: ChannelId, event: EventBody<'message_ephemeral'>): Promise<void>;
}
