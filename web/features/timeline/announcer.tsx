import { useEffect, useRef, useState } from 'react';
import { plainText } from '../../../domain/mrkdwn/plain-text.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { mentionNameOf } from '../people/names.ts';
import { authorOf } from '../message/author.ts';
import { wordsOf } from '../message/fallback-text.ts';
import { useSelf } from '../people/use-people.ts';
import type { Item } from './items.ts';
import { announcerTexts } from './announcer-texts.ts';

const everyMs = 3_000;
/** What comes within this time is said as one. */
const gatherMs = 300;
/** Said and taken away, before anything can be said again: the same words twice are two changes. */
const clearMs = 2_000;
const lengthMax = 200;

/**
 * Says to a screen reader what has come, at most every three seconds: one message in words, more of them by their
 * number. The list itself is silent, for scrolling puts rows into it, too.
 */
export function Announcer({ items, isComplete }: { items: readonly Item[]; isComplete: boolean }) {
  const { people, channels } = useWorkspace();
  const self = useSelf();
  const [words, setWords] = useState('');
  // By the server's clock alone: what is on its way is stamped by this device's.
  const lastMs = items.findLast(({ row }) => row.kind !== 'pending')?.atMs ?? 0;
  const seen = useRef(lastMs);
  const saidMs = useRef(Number.NEGATIVE_INFINITY);
  const waiting = useRef<Item[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const news = items.filter(({ atMs, row }) => atMs > seen.current && row.kind !== 'pending');
    seen.current = Math.max(seen.current, lastMs);
    if (!isComplete) return;
    waiting.current.push(
      ...news.filter(
        ({ row }) => row.kind === 'ephemeral' || (row.kind === 'message' && row.message.user !== self.id),
      ),
    );
    if (waiting.current.length === 0 || timer.current !== undefined) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        saidMs.current = performance.now();
        setWords(say(waiting.current));
        waiting.current = [];
      },
      Math.max(gatherMs, saidMs.current + everyMs - performance.now()),
    );
  }, [items, lastMs, isComplete, self.id]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (words === '') return undefined;
    const clear = setTimeout(() => setWords(''), clearMs);
    return () => clearTimeout(clear);
  }, [words]);

  function say(news: readonly Item[]): string {
    const [only] = news;
    if (news.length !== 1 || only === undefined || only.row.kind === 'pending')
      return announcerTexts.announceMany(news.length);
    const { message } = only.row;
    const author = message.user === undefined ? undefined : people.person(message.user).get();
    const text = plainText(wordsOf(message), {
      user: (id) => {
        const user = people.person(id).get();
        return user && mentionNameOf(user);
      },
      channel: (id) => channels.line(id).get()?.name,
    });
    return announcerTexts.announce(authorOf(message, author).name, text.slice(0, lengthMax));
  }

  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
