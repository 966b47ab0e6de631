import type { Blobs } from '../../platform/blobs/port.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { backoffMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import { callLimitMs } from './limits.ts';
import type { Workspace } from './workspace.ts';

/** Clients are told at once that there is another picture; meanwhile they may still load the old one. */
const keepMs = 20_000;
const atOnceMax = 20;
/** Far longer than a call lasts that stores bytes and then has them named. */
const namedWithinMs = 10 * 60_000;
/** What is set for later than that was set before the clock jumped back. */
const mostMs = 2 * namedWithinMs;

/** Before bytes are stored: if whoever stores them dies before anything names them, they go. */
export function expectPicture(workspace: Workspace, actor: Actor, prefix: string): void {
  if (workspace.activePerson(actor) === undefined) return;
  workspace.transact(() => {
    workspace.waste.save({ prefix, due: workspace.now() + namedWithinMs, tries: 0 });
  });
}

/** In the transaction that names these bytes: they stay. */
export function keep(workspace: Workspace, prefix: string): void {
  workspace.waste.clear(prefix);
}

/** In the transaction that takes the last name of these bytes away: they go too, come what may. */
export function throwAway(workspace: Workspace, prefix: string): void {
  workspace.waste.save({ prefix, due: workspace.now() + keepMs, tries: 0 });
}

export const wasteDuty = (workspace: Workspace, blobs: Pick<Blobs, 'deleteAll'>): Duty => ({
  name: 'waste',
  dueAt: () => {
    const at = workspace.waste.firstDueAt();
    return at === undefined ? undefined : retryTime(at, workspace.now(), mostMs);
  },
  run: async (nowMs) => {
    const due = workspace.waste.due(nowMs, nowMs + mostMs, atOnceMax);
    await Promise.all(
      due.map(async ({ prefix, tries }) => {
        try {
          await withinLimit('delete', callLimitMs, blobs.deleteAll(prefix));
          workspace.transact(() => workspace.waste.clear(prefix));
        } catch (error) {
          const next = { prefix, due: workspace.now() + backoffMs(tries + 1), tries: tries + 1 };
          workspace.transact(() => workspace.waste.save(next));
          console.warn(JSON.stringify({ event: 'waste_stays', prefix, tries, reason: String(error) }));
        }
      }),
    );
  },
});
