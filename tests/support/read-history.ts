import { ask } from './ask.ts';
import type { MethodOutput } from '../../protocol/methods.ts';

export type HistoryMessage = MethodOutput<'conversations.history'>['messages'][number];

/** The whole of a channel, oldest first, and the head of its log at the newest page. */
export async function readHistory(
  url: string,
  token: string,
  channel: string,
): Promise<{ readonly messages: HistoryMessage[]; readonly head: number }> {
  const pages: HistoryMessage[][] = [];
  let head = 0;
  let cursor = '';
  do {
    const page = await ask(url, 'conversations.history', token, { channel, limit: 500, cursor });
    if (cursor === '') head = page.head;
    pages.push(page.messages);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return { messages: pages.flat().toReversed(), head };
}
