import type { News } from '../../store/contract.ts';

/** Whether news may change which threads are followed, or what is new in one. */
export const isOfThreads = (news: News): boolean =>
  news.type.startsWith('thread_') || (news.type === 'message' && 'thread' in news);
