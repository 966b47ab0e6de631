import type { ReadableAtom } from 'nanostores';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Answer, Call } from '../api/call.ts';
import type { ChannelLines } from './channel-lines.ts';
import type * as contract from './contract.ts';
import type { ChannelDetails, ChannelLine } from './contract.ts';
import type { Details } from './details.ts';

interface ChannelsDeps {
  readonly call: Call;
  readonly lines: ChannelLines;
  readonly details: Details;
  readonly frecency: (channelId: ChannelId) => number;
}

/** The channels, and what is done to them. The lists change by the frames that follow, not by the answers. */
export class Channels implements contract.Channels {
  readonly #deps: ChannelsDeps;

  constructor(deps: ChannelsDeps) {
    this.#deps = deps;
  }

  get $ids(): ReadableAtom<readonly ChannelId[]> {
    return this.#deps.lines.$ids;
  }

  get $lines(): ReadableAtom<readonly ChannelLine[]> {
    return this.#deps.lines.$lines;
  }

  get $starred(): ReadableAtom<ReadonlySet<ChannelId>> {
    return this.#deps.lines.$starred;
  }

  get $badge(): contract.Channels['$badge'] {
    return this.#deps.lines.$badge;
  }

  line(channelId: ChannelId): ReadableAtom<ChannelLine | undefined> {
    return this.#deps.lines.line(channelId);
  }

  details(channelId: ChannelId): ReadableAtom<ChannelDetails> {
    return this.#deps.details.of(channelId);
  }

  loadMembers(channelId: ChannelId): Promise<void> {
    return this.#deps.details.loadMembers(channelId);
  }

  create(
    name: string,
    { isPrivate = false }: { isPrivate?: boolean } = {},
  ): Promise<Answer<'conversations.create'>> {
    return this.#deps.call('conversations.create', { name, is_private: isPrivate });
  }

  join(channelId: ChannelId): Promise<Answer<'conversations.join'>> {
    return this.#deps.call('conversations.join', { channel: channelId });
  }

  leave(channelId: ChannelId): Promise<Answer<'conversations.leave'>> {
    return this.#deps.call('conversations.leave', { channel: channelId });
  }

  invite(channelId: ChannelId, userIds: readonly UserId[]): Promise<Answer<'conversations.invite'>> {
    return this.#deps.call('conversations.invite', { channel: channelId, users: [...userIds] });
  }

  kick(channelId: ChannelId, userId: UserId): Promise<Answer<'conversations.kick'>> {
    return this.#deps.call('conversations.kick', { channel: channelId, user: userId });
  }

  setTopic(channelId: ChannelId, topic: string): Promise<Answer<'conversations.setTopic'>> {
    return this.#deps.call('conversations.setTopic', { channel: channelId, topic });
  }

  async reopen(channelId: ChannelId): Promise<Answer<'conversations.unarchive'>> {
    const { call, details } = this.#deps;
    const answer = await call('conversations.unarchive', { channel: channelId });
    // Who is not in it hears nothing of it.
    if (answer.ok) void details.load(channelId);
    return answer;
  }

  async setMuted(channelId: ChannelId, isMuted: boolean): Promise<Answer<'channels.setMute'>> {
    const { call, lines } = this.#deps;
    lines.setMuted(channelId, isMuted);
    const answer = await call('channels.setMute', { channel: channelId, muted: isMuted });
    if (!answer.ok) lines.setMuted(channelId, !isMuted);
    return answer;
  }

  async setStarred(
    channelId: ChannelId,
    isStarred: boolean,
  ): Promise<Answer<'stars.add'> | Answer<'stars.remove'>> {
    const { call, lines } = this.#deps;
    lines.setStarred(channelId, isStarred);
    const answer = await call(isStarred ? 'stars.add' : 'stars.remove', { channel: channelId });
    // Another device was faster: it stands as it was wished.
    if (answer.ok || answer.error === 'already_starred' || answer.error === 'not_starred')
      return { ok: true };
    lines.setStarred(channelId, !isStarred);
    return answer;
  }

  openDirect(userIds: readonly UserId[]): Promise<Answer<'conversations.open'>> {
    return this.#deps.call('conversations.open', { users: [...userIds] });
  }

  frecency(channelId: ChannelId): number {
    return this.#deps.frecency(channelId);
  }
}
