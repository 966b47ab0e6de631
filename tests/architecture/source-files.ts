import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const code = /\.(ts|tsx|mts|mjs|js)$/;

/** All code of the project, as paths relative to `root`, read from the disk so that a new folder is seen too. */
export function sourceFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return sourceFiles(root, path);
    return code.test(entry.name) ? [path] : [];
  });
}
