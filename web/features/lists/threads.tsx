import { useWorkspace } from '../../app/workspace-context.ts';
import { isOfThreads } from './is-of-threads.ts';
import { LiveList } from './live-list.tsx';
import { listTexts } from './texts.ts';
import { ThreadCard } from './thread-card.tsx';
import { useLive } from './use-live.ts';

/** The threads that one follows, the one with the newest reply first, with what is new in each. */
export function Threads() {
  const { call } = useWorkspace();
  const live = useLive(
    'threads',
    async () => {
      const answer = await call('threads.list', { limit: 100 });
      return answer.ok ? { ok: true, value: answer.threads } : answer;
    },
    isOfThreads,
  );
  return (
    <LiveList
      live={live}
      items={live.value}
      empty={listTexts.empty.threads}
      lede={listTexts.emptyLede.threads}
    >
      {(thread) => (
        <li key={`${thread.channel}${thread.thread_ts}`}>
          <ThreadCard thread={thread} />
        </li>
      )}
    </LiveList>
  );
}
