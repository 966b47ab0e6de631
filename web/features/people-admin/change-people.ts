import type { User } from '../../../protocol/entities.ts';
import type { ChannelId, TeamId, UserId } from '../../../protocol/ids.ts';
import type { Call } from '../../api/call.ts';

export type Change =
  | { readonly kind: 'owner' | 'admin' | 'member' | 'deactivate' | 'reactivate' }
  | { readonly kind: 'guest'; readonly channelIds: readonly ChannelId[] };

type Answer =
  { readonly ok: true } | { readonly ok: false; readonly error: string; readonly retryAfterSeconds?: number };

/** One change as its method. */
export function changePerson(call: Call, teamId: TeamId, userId: UserId, change: Change): Promise<Answer> {
  const named = { team_id: teamId, user_id: userId };
  switch (change.kind) {
    case 'owner':
      return call('admin.users.setOwner', named);
    case 'admin':
      return call('admin.users.setAdmin', named);
    case 'member':
      return call('admin.users.setRegular', named);
    case 'guest':
      return call('members.setGuest', { user_id: userId, channel_ids: [...change.channelIds] });
    case 'deactivate':
      return call('admin.users.remove', named);
    case 'reactivate':
      return call('members.reactivate', { user_id: userId });
  }
}

export interface Refused {
  readonly user: User;
  readonly error: string;
}
interface ChangePeopleDeps {
  readonly change: (userId: UserId) => Promise<Answer>;
  readonly wait: (ms: number) => Promise<void>;
  readonly onProgress: (done: number) => void;
}

const waitsAtMost = 3;

/**
 * One after another, since the server counts them; whoever is refused does not hold up the rest. What is done already
 * (another admin was faster) is no refusal.
 */
export async function changePeople(users: readonly User[], deps: ChangePeopleDeps): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const [index, user] of users.entries()) {
    const answer = await patiently(user.id, deps);
    if (!answer.ok && answer.error !== 'user_already_deleted') refused.push({ user, error: answer.error });
    deps.onProgress(index + 1);
  }
  return refused;
}

async function patiently(userId: UserId, { change, wait }: ChangePeopleDeps): Promise<Answer> {
  let answer = await change(userId);
  for (let waits = 0; waits < waitsAtMost; waits += 1) {
    if (answer.ok || answer.error !== 'ratelimited') return answer;
    await wait((answer.retryAfterSeconds ?? 1) * 1_000);
    answer = await change(userId);
  }
  return answer;
}
