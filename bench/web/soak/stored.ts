import type { ChannelId } from '../../../protocol/ids.ts';
import type { MethodOutput } from '../../../protocol/methods.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Room } from '../../../tests/browser/support/room.ts';
import { idOf } from './compare.ts';
import { shownOf } from './read-timeline.ts';
import type { Shown } from './read-timeline.ts';

export interface Stored {
  /** Oldest first. */
  readonly rows: readonly Shown[];
  readonly threads: readonly Timestamp[];
}

type Message = MethodOutput<'conversations.history'>['messages'][number];

const pageSize = 999;

/** A channel as the server has it: its history, to the beginning. */
export async function storedIn(room: Room, channel: ChannelId): Promise<Stored> {
  const all: Message[] = [];
  let cursor = '';
  do {
    const page = await room.call(room.owner, 'conversations.history', { channel, limit: pageSize, cursor });
    all.push(...page.messages);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  const messages = all.toReversed();
  return {
    rows: rowsOf(messages),
    threads: messages.filter(({ reply_count: count = 0 }) => count > 0).map(({ ts }) => ts as Timestamp),
  };
}

/** The replies of a thread, without its parent. */
export async function repliesIn(room: Room, channel: ChannelId, ts: Timestamp): Promise<readonly Shown[]> {
  const page = await room.call(room.owner, 'conversations.replies', { channel, ts, limit: pageSize });
  return rowsOf(page.messages.filter((message) => message.ts !== ts));
}

const rowsOf = (messages: readonly Message[]): Shown[] =>
  messages
    .filter(({ subtype }) => subtype !== 'tombstone')
    .map((message) => shownOf(message.text, message.reactions ?? [], repliesOf(message)))
    .filter((row) => row !== undefined);

const repliesOf = ({ reply_count: count = 0 }: Message): number => count;

/** Numbers of one writer, each as often as it is stored. */
export const numbersOf = (rows: readonly Shown[], letter: string): number[] =>
  rows
    .map(idOf)
    .filter((id) => id.startsWith(`${letter}-`))
    .map((id) => Number(id.slice(2)));
