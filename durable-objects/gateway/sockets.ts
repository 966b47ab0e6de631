import type { LogId } from '../../protocol/frames.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Session } from './session.ts';

const none: ReadonlySet<Session> = new Set();

/** The open sockets: by person, and those that follow a channel without their person being in it. */
export class Sockets {
  readonly #sessions = new Map<WebSocket, Session>();
  readonly #ofUser = new Map<UserId, Set<Session>>();
  readonly #followers = new Map<LogId, Set<Session>>();

  get(socket: WebSocket): Session | undefined {
    return this.#sessions.get(socket);
  }

  of(userId: UserId): ReadonlySet<Session> {
    return this.#ofUser.get(userId) ?? none;
  }

  all(): Iterable<Session> {
    return this.#sessions.values();
  }

  followersOf(logId: LogId): ReadonlySet<Session> {
    return this.#followers.get(logId) ?? none;
  }

  /** Every channel that some socket follows. */
  followed(): ChannelId[] {
    return [...this.#followers.keys()] as ChannelId[];
  }

  keep(session: Session): void {
    this.#sessions.set(session.socket, session);
    add(this.#ofUser, session.state.caller.userId, session);
    for (const channelId of session.state.follows ?? []) add(this.#followers, channelId, session);
  }

  /** A late close of an old socket touches that socket's session alone. Answers what nobody follows any more. */
  forget(socket: WebSocket): ChannelId[] {
    const session = this.#sessions.get(socket);
    if (session === undefined) return [];
    this.#sessions.delete(socket);
    remove(this.#ofUser, session.state.caller.userId, session);
    return (session.state.follows ?? []).filter((channelId) => remove(this.#followers, channelId, session));
  }

  follow(session: Session, channelId: ChannelId): void {
    session.state.follows = [...new Set([...(session.state.follows ?? []), channelId])];
    session.save();
    add(this.#followers, channelId, session);
  }

  /** True when nobody follows it any more. */
  unfollow(session: Session, channelId: ChannelId): boolean {
    session.state.follows = (session.state.follows ?? []).filter((id) => id !== channelId);
    session.save();
    return remove(this.#followers, channelId, session);
  }
}

function add<Key>(sets: Map<Key, Set<Session>>, key: Key, session: Session): void {
  const set = sets.get(key) ?? new Set();
  set.add(session);
  sets.set(key, set);
}

/** True when it was the last. */
function remove<Key>(sets: Map<Key, Set<Session>>, key: Key, session: Session): boolean {
  const set = sets.get(key);
  if (set === undefined) return false;
  set.delete(session);
  if (set.size > 0) return false;
  sets.delete(key);
  return true;
}
