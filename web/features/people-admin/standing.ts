import {
  decideDeactivation,
  decideManage,
  decideRoleChange,
} from '../../../domain/permissions/permissions.ts';
import type { User } from '../../../protocol/entities.ts';
import { roles } from '../../../protocol/roles.ts';
import type { Role } from '../../../protocol/roles.ts';
import { roleOf } from '../people/role.ts';

/** What the one who looks may do about a person: what they may not is not offered. The server decides again. */
export interface Choices {
  /** Others than the one that they have; for a guest `guest` too: it changes their channels. */
  readonly roles: readonly Role[];
  readonly mayDeactivate: boolean;
  readonly mayReactivate: boolean;
  /** Their sessions and tokens. */
  readonly mayEndAccess: boolean;
  /** Nothing of this goes before somebody else is an owner. */
  readonly isLastOwner: boolean;
}

export function choicesFor(self: User, user: User, everybody: readonly User[]): Choices {
  const who = { role: roleOf(self) };
  const role = roleOf(user);
  const isActive = !user.deleted;
  const isLastOwner = role === 'owner' && isActive && ownersOf(everybody) <= 1;
  const standing = { role, isActive, isBot: user.is_bot, isLastOwner };
  const isManaged = decideManage(who, standing) === 'allowed';
  return {
    roles: roles.filter(
      (to) => (to !== role || to === 'guest') && decideRoleChange(who, standing, to) === 'allowed',
    ),
    mayDeactivate: isActive && decideDeactivation(who, standing) === 'allowed',
    mayReactivate: !isActive && isManaged,
    mayEndAccess: isManaged && isActive && self.id !== user.id,
    isLastOwner,
  };
}

const ownersOf = (everybody: readonly User[]): number =>
  everybody.filter((user) => user.is_owner && !user.deleted).length;
