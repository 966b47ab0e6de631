import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export interface ProcessLine {
  readonly pid: number;
  readonly command: string;
}

/** The living processes of a process group. Where there is /proc, without `ps`, which slim images lack. */
export function processesOfGroup(group: number): ProcessLine[] {
  if (process.platform !== 'linux') return fromPs(group);
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // `pid (name) state parent group …`, where the name may hold anything.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(itsGroup) !== group || state === 'Z') return [];
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), command }];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}

function fromPs(group: number): ProcessLine[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,stat=,args='], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [, pid, itsGroup, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (Number(itsGroup) !== group || state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), command: command ?? '' }];
  });
}

/** What is left of a group when it has had time to end: nothing, if all is well. */
export async function leftOfGroup(group: number, timeMaxMs = 10_000): Promise<ProcessLine[]> {
  const until = Date.now() + timeMaxMs;
  for (;;) {
    const left = processesOfGroup(group);
    if (left.length === 0 || Date.now() > until) return left;
    await wait(50);
  }
}
