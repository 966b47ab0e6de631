import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { eventNameOf } from '../../protocol/events.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { Conversation } from '../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Call } from '../api/call.ts';
import type { LogFrame } from '../gateway/frames.ts';
import type { ChannelDetails } from './contract.ts';

const membersMost = 1_000;
const nothing: ChannelDetails = {
  isLoading: false,
  error: undefined,
  channel: undefined,
  members: undefined,
};

/** What the header and the members' panel of a channel need. */
export class Details {
  readonly #call: Call;
  readonly #atoms = new Map<ChannelId, WritableAtom<ChannelDetails>>();
  /** Changes while an answer is under way: it is asked for again. */
  readonly #changes = new Map<ChannelId, number>();

  constructor(call: Call) {
    this.#call = call;
  }

  of(channelId: ChannelId): ReadableAtom<ChannelDetails> {
    const known = this.#atoms.get(channelId);
    if (known !== undefined) return known;
    const made = atom<ChannelDetails>({ ...nothing, isLoading: true });
    this.#atoms.set(channelId, made);
    void this.load(channelId);
    return made;
  }

  async load(channelId: ChannelId): Promise<void> {
    const $details = this.#atoms.get(channelId);
    if ($details === undefined) return;
    $details.set({ ...$details.get(), isLoading: true, error: undefined });
    const changes = this.#changes.get(channelId);
    const [info, members] = await Promise.all([
      this.#call('conversations.info', { channel: channelId, include_num_members: true }),
      this.#call('conversations.members', { channel: channelId, limit: membersMost }),
    ]);
    if (changes !== this.#changes.get(channelId)) return this.load(channelId);
    const before = $details.get();
    $details.set({
      isLoading: false,
      error: info.ok ? undefined : info.error,
      channel: info.ok ? info.channel : before.channel,
      members: members.ok ? members.members : before.members,
    });
  }

  /** All of them, page by page. */
  async loadMembers(channelId: ChannelId): Promise<void> {
    const changes = this.#changes.get(channelId);
    const members: UserId[] = [];
    let cursor = '';
    do {
      const page = await this.#call('conversations.members', {
        channel: channelId,
        limit: membersMost,
        cursor,
      });
      if (!page.ok) return;
      members.push(...page.members);
      cursor = page.response_metadata.next_cursor;
    } while (cursor !== '');
    if (changes !== this.#changes.get(channelId)) return this.loadMembers(channelId);
    const $details = this.#atoms.get(channelId);
    $details?.set({ ...$details.get(), members });
  }

  /** After a loss: what is shown is read again, the rest when it is looked at. */
  stale(): void {
    for (const [channelId, $details] of this.#atoms) {
      if ($details.lc > 0) void this.load(channelId);
      else this.#atoms.delete(channelId);
    }
  }

  take(channel: Conversation): void {
    const $details = this.#atoms.get(channel.id);
    if ($details !== undefined) $details.set({ ...$details.get(), channel });
  }

  /** One is no longer in it: what is private is not known any more. */
  left(channelId: ChannelId): void {
    const $details = this.#atoms.get(channelId);
    if ($details?.get().channel?.is_private !== true) return;
    this.#changed(channelId);
    $details.set({ ...nothing, error: 'channel_not_found' });
  }

  apply(channelId: ChannelId, frame: LogFrame): void {
    const $details = this.#atoms.get(channelId);
    if ($details === undefined) return;
    const name = eventNameOf(frame);
    switch (name) {
      case 'member_joined_channel':
      case 'member_left_channel':
        this.#changed(channelId);
        return $details.set(withMember($details.get(), frame as EventBody<typeof name>));
      case 'channel_deleted':
        this.#changed(channelId);
        return $details.set({ ...nothing, error: 'channel_not_found' });
      case 'channel_archive':
      case 'channel_unarchive':
        this.#changed(channelId);
        return $details.set(withChannel($details.get(), { is_archived: name === 'channel_archive' }));
      case 'message': {
        const change = changeOf(frame as EventBody<'message'>);
        if (change === undefined) return;
        this.#changed(channelId);
        return $details.set(withChannel($details.get(), change));
      }
      default:
    }
  }

  #changed(channelId: ChannelId): void {
    this.#changes.set(channelId, (this.#changes.get(channelId) ?? 0) + 1);
  }
}

/** A topic, a purpose, a name or whether it is private is told by its message alone. */
function changeOf(event: EventBody<'message'>): Partial<Conversation> | undefined {
  const { subtype, topic = '', purpose = '', name = '' } = event;
  const words = (value: string) => ({
    value,
    creator: event.user ?? '',
    last_set: Math.floor(Number(event.ts)),
  });
  if (subtype === 'channel_topic') return { topic: words(topic) };
  if (subtype === 'channel_purpose') return { purpose: words(purpose) };
  if (subtype === 'channel_convert_to_private') return { is_private: true };
  if (subtype === 'channel_convert_to_public') return { is_private: false };
  return subtype === 'channel_name' ? { name, name_normalized: name } : undefined;
}

function withMember(
  details: ChannelDetails,
  event: EventBody<'member_joined_channel'> | EventBody<'member_left_channel'>,
): ChannelDetails {
  const others = details.members?.filter((id) => id !== event.user);
  const members = event.type === 'member_joined_channel' ? others?.concat(event.user) : others;
  return { ...withChannel(details, { num_members: event.member_count }), members };
}

const withChannel = (details: ChannelDetails, change: Partial<Conversation>): ChannelDetails => ({
  ...details,
  channel: details.channel && { ...details.channel, ...change },
});
