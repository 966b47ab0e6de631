import type { Blobs } from '../../platform/blobs/port.ts';
import { backoffMs, retryMostMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import { callLimitMs } from './limits.ts';
import type { Workspace } from './workspace.ts';

/** Clients are told at once that there is another picture; meanwhile they may still load the old one. */
const keepMs = 20_000;
const atOnceMax = 20;

/** In the transaction that takes the last name of these bytes away: they go too, come what may. */
export function throwAway(workspace: Workspace, prefix: string): void {
  workspace.waste.save({ prefix, due: workspace.now() + keepMs, tries: 0 });
}

export const wasteDuty = (workspace: Workspace, blobs: Pick<Blobs, 'deleteAll'>): Duty => ({
  name: 'waste',
  dueAt: () => {
    const at = workspace.waste.firstDueAt();
    return at === undefined ? undefined : retryTime(at, workspace.now());
  },
  run: async (nowMs) => {
    const due = workspace.waste.due(nowMs, nowMs + retryMostMs, atOnceMax);
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
