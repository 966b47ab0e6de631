import { freeHandle } from '../../domain/naming/handle.ts';
import type { ProfileFacts } from '../../domain/profile/profile-facts.ts';
import type { BotId, UserId } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/roles.ts';
import { owePerson } from './complete-person.ts';
import type { PersonRow } from './people-store.ts';
import type { Appending, Workspace } from './workspace.ts';

export interface NewPerson {
  readonly id: UserId;
  readonly role: Role;
  readonly profile: ProfileFacts;
  readonly account?: string;
  readonly bot?: { readonly id: BotId; readonly maker: UserId };
}

/** In a transaction: somebody new, whom their Member and channels are told of from here on, come what may. */
export function addPerson(
  workspace: Workspace,
  log: Appending,
  person: NewPerson,
  shardCount = workspace.requireTeam().shards.count,
): void {
  const seq = log.append('team_join', person.id);
  const row: PersonRow = {
    id: person.id,
    handle: freeHandle(person.profile.realName, (handle) => workspace.isHandleTaken(handle)),
    role: person.role,
    isActive: true,
    account: person.account,
    bot: person.bot?.id,
    maker: person.bot?.maker,
    unanswered: person.bot !== undefined,
    profile: person.profile,
    updated: Math.floor(workspace.now() / 1_000),
    version: 1,
    copied: 0,
    rev: seq,
  };
  workspace.people.save(row);
  workspace.openShardOf(log, person.id, shardCount, seq);
  owePerson(workspace, person.id);
}
