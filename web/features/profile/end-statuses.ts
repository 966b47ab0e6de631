import type { User } from '../../../protocol/entities.ts';
import type { Workspace } from '../../store/contract.ts';

/** A timer holds no more than this; what ends later is looked for again then. */
const timerMaxMs = 24 * 60 * 60_000;

/** The server says of no status that it is over, only until when it is: here it goes then. Answers how to stop. */
export function endStatuses({ people }: Pick<Workspace, 'people'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const ending = people.$all.get().filter(({ profile }) => profile.status_expiration > 0);
    if (ending.length === 0) return;
    const nowMs = Date.now();
    const over = ending.filter((user) => endOf(user) <= nowMs);
    // They are told to whoever listens, this one among them.
    if (over.length > 0) people.take(...over.map(withoutStatus));
    const nextMs = Math.min(...ending.map(endOf).filter((endMs) => endMs > nowMs), nowMs + timerMaxMs);
    timer = setTimeout(look, nextMs - nowMs);
  };
  const stop = people.$all.subscribe(look);
  return () => {
    stop();
    clearTimeout(timer);
  };
}

const endOf = ({ profile }: User): number => profile.status_expiration * 1_000;

const withoutStatus = (user: User): User => ({
  ...user,
  profile: { ...user.profile, status_text: '', status_emoji: '', status_expiration: 0 },
});
