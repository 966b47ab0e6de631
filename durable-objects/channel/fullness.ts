import type { ChannelId } from '../../protocol/ids.ts';

/** What an object's database may hold, by Cloudflare's limits: some 20 million messages. */
const bytesMax = 10 * 1024 ** 3;
const warnFromPercent = 70;
const stepPercent = 5;

/**
 * Says in the deployment's log that a channel is filling up, once for each step. Answers what it was last said of, to be
 * kept. What is deleted in between changes nothing: a database that was this large stays so.
 */
export function warnOfFullness(channel: ChannelId, bytes: number, warnedPercent: number): number {
  const percent = Math.floor((100 * bytes) / bytesMax / stepPercent) * stepPercent;
  if (percent < warnFromPercent || percent <= warnedPercent) return warnedPercent;
  console.warn(JSON.stringify({ event: 'channel_filling', channel, percent, bytes }));
  return percent;
}
