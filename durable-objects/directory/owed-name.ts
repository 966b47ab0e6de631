import type { StoreObject } from '../../protocol/objects/store.ts';
import { backoffMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import { callLimitMs } from './limits.ts';
import type { Workspace } from './workspace.ts';

/** The Store lists workspaces by name: it is told of a new one until it has it. */
export const owedNameDuty = (workspace: Workspace, store: Pick<StoreObject, 'recordWorkspace'>): Duty => ({
  name: 'name',
  dueAt: () => {
    const owed = workspace.team?.nameOwed;
    return owed && retryTime(owed.due, workspace.now());
  },
  run: async () => {
    const { id: teamId, name, domain, nameOwed } = workspace.requireTeam();
    if (nameOwed === undefined) return;
    try {
      await withinLimit('name', callLimitMs, store.recordWorkspace({ teamId, name, domain }));
      workspace.transact((log) => {
        const { nameOwed: _told, ...facts } = workspace.requireTeam();
        // Renamed meanwhile: that name is still owed.
        if (facts.name === name) workspace.saveTeam(log, facts);
      });
    } catch (error) {
      const tries = nameOwed.tries + 1;
      workspace.transact((log) => {
        const next = { due: workspace.now() + backoffMs(tries), tries };
        workspace.saveTeam(log, { ...workspace.requireTeam(), nameOwed: next });
      });
      console.warn(JSON.stringify({ event: 'name_untold', teamId, tries, reason: String(error) }));
    }
  },
});
