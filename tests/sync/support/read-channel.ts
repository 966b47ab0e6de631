import { factsOf } from '../../../domain/timeline/timeline.ts';
import type { Facts } from '../../../domain/timeline/timeline.ts';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import { unpack } from '../../../protocol/objects/packed.ts';
import type { Outcome } from '../../../protocol/refusal.ts';
import { objects } from '../../core/support/workspace.ts';

const pageSize = 20;
const triesMax = 20;

type Page =
  | { readonly messages: readonly Message[]; readonly head: number }
  | { readonly members: readonly UserId[]; readonly facts: Facts };

/** All of a channel, page by page, as a client reads it: history, each thread, people. Ends where it may not be seen. */
export async function* readChannel(id: ChannelId, viewer: Actor): AsyncGenerator<Page> {
  const roots: Message[] = [];
  for (let before: number | undefined, isLast = false; !isLast;) {
    const query = {
      inclusive: false,
      limit: pageSize,
      ...(before === undefined ? {} : { beforeSeq: before }),
    };
    const page = await patient(() => objects.channel(id).history(viewer, query));
    if (page === undefined) return;
    const messages = unpack(page.messages);
    yield { messages, head: page.head };
    roots.push(...messages.filter((row) => isRoot(row)));
    before = page.nextSeq;
    isLast = before === undefined;
  }
  for (const { ts } of roots) {
    // A thread that went meanwhile is no reason to stop.
    const page = await patient(() =>
      objects.channel(id).replies(viewer, { ts, inclusive: false, limit: 1_000 }),
    );
    if (page !== undefined) yield { messages: unpack(page.messages), head: page.head };
  }
  const people = await patient(() => objects.channel(id).members(viewer, { limit: 100 }));
  const about = await patient(() => objects.channel(id).info(viewer));
  if (people !== undefined && about !== undefined) {
    yield { members: people.members, facts: factsOf(about.summary) };
  }
}

const isRoot = ({ reply_count: replies = 0 }: Message): boolean => replies > 0;

/** An object that was evicted or killed under a read is asked again, as a client would. */
export async function patient<Value extends object>(
  ask: () => Promise<Outcome<Value, string>>,
): Promise<Value | undefined> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer: Outcome<Value, string> = await ask();
      return answer.ok ? answer : undefined;
    } catch (error) {
      if (tries > triesMax) throw error;
      await scheduler.wait(2);
    }
  }
}
