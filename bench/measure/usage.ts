import { readFileSync } from 'node:fs';
import { processesOfGroup } from '../../tests/support/processes.ts';

export interface Usage {
  /** Of all its processes since they began, user and system. */
  readonly cpuMs: number;
  readonly memoryKiB: number;
}

/** By /proc; its clock ticks a hundred times a second. */
export function usageOfGroup(group: number): Usage {
  let cpuMs = 0;
  let memoryKiB = 0;
  for (const { pid } of processesOfGroup(group)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      cpuMs += (Number(fields[11]) + Number(fields[12])) * 10;
      memoryKiB += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return { cpuMs, memoryKiB };
}
