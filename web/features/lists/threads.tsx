import { useWorkspace } from '../../app/workspace-context.ts';
import { isOfThreads } from './is-of-threads.ts';
import { LiveList } from './live-list.tsx';
import { readPages } from './read-pages.ts';
import { listTexts } from './texts.ts';
import { ThreadCard } from './thread-card.tsx';
import { useLive } from './use-live.ts';

const pageSize = 50;

/** The threads that one follows, the one with the newest reply first, with what is new in each. */
export function Threads() {
  const { call } = useWorkspace();
  const live = useLive(
    'threads',
    (pages) =>
      readPages(pages, async (cursor) => {
        const answer = await call('threads.list', { limit: pageSize, cursor });
        if (!answer.ok) return answer;
        return { ok: true, items: answer.threads, next: answer.response_metadata.next_cursor };
      }),
    isOfThreads,
  );
  return (
    <LiveList live={live} empty={listTexts.empty.threads} lede={listTexts.emptyLede.threads}>
      {(thread) => (
        <li key={`${thread.channel}${thread.thread_ts}`}>
          <ThreadCard thread={thread} />
        </li>
      )}
    </LiveList>
  );
}
