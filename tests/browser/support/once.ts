import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runFolder } from '../../support/run-folder.ts';

const lookEveryMs = 200;

/** What takes long to make and is only read: by the first worker of a run that asks. It has to survive as JSON. */
export async function oncePerRun<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const folder = join(runFolder(), name);
  const file = join(folder, 'made.json');
  while (!existsSync(file)) {
    if (!isFirst(folder)) {
      await wait(lookEveryMs);
      continue;
    }
    try {
      writeFileSync(`${file}.part`, JSON.stringify(await make()));
      renameSync(`${file}.part`, file);
    } catch (error) {
      // The next one who asks tries again.
      rmSync(folder, { recursive: true });
      throw error;
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Made;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
