import { isChannelId } from '../../protocol/ids.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { readTimestamp } from './read-timestamp.ts';

/** A thread's place in a list of threads: by its last activity, and among equals by what names it. */
export interface ThreadOrder {
  readonly activity: string;
  readonly channelId: ChannelId;
  readonly threadTs: string;
}

/** Newest activity first. */
export const compareThreads = (one: ThreadOrder, other: ThreadOrder): number =>
  compare(other.activity, one.activity) ||
  compare(one.channelId, other.channelId) ||
  compare(one.threadTs, other.threadTs);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export const writePlace = ({ activity, channelId, threadTs }: ThreadOrder): string =>
  `${activity}/${channelId}/${threadTs}`;

export function readPlace(text: string): ThreadOrder | undefined {
  const [activity = '', channelId = '', threadTs = '', ...rest] = text.split('/');
  const isPlace = readTimestamp(activity) !== undefined && readTimestamp(threadTs) !== undefined;
  return isPlace && isChannelId(channelId) && rest.length === 0
    ? { activity, channelId, threadTs }
    : undefined;
}
