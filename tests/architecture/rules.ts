import { dirname, join } from 'node:path/posix';
import { importsOf } from './imports-of.ts';

/** The table of ARCHITECTURE.md: which folder may import which. A folder may always import itself. */
const mayImport: Record<string, readonly string[] | 'all'> = {
  protocol: [],
  domain: ['protocol'],
  db: ['protocol'],
  platform: ['protocol', 'domain', 'db'],
  'durable-objects': ['protocol', 'domain', 'db', 'platform'],
  workers: ['protocol', 'domain', 'platform'],
  web: ['protocol', 'domain'],
  dev: ['protocol'],
  tests: 'all',
  bench: 'all',
};

/** Where the parts meet. */
const exceptions: Record<string, readonly string[]> = {
  'workers/main.ts': ['durable-objects'],
  'dev/worker.ts': ['workers', 'durable-objects'],
};

/** They run in every browser and runtime, so they use web standards alone. */
const ofEveryRuntime = ['protocol', 'domain'];
const ofOneRuntime = /^(node|cloudflare|bun|deno):/;

/** What a file breaks, one line each. `path` is relative to the project, with `/`. */
export function violations(path: string, source: string): string[] {
  const folder = topFolder(path);
  const { specifiers, unreadable } = importsOf(path, source);
  const found = unreadable.map((code) => `${path}: an import that cannot be read: ${code}`);
  // Configuration at the top; it may see all and, like tests, is seen by nothing.
  if (folder === '') return found;
  const allowed = mayImport[folder];
  if (allowed === undefined) return [...found, `${path}: ${folder}/ is not a folder of the architecture`];
  for (const specifier of specifiers) {
    if (!specifier.startsWith('.')) {
      if (ofEveryRuntime.includes(folder) && ofOneRuntime.test(specifier))
        found.push(`${path}: ${folder}/ must run everywhere, so not on ${specifier}`);
      continue;
    }
    const target = join(dirname(path), specifier);
    const targetFolder = topFolder(target);
    if (targetFolder === folder || allowed === 'all') continue;
    if (allowed.includes(targetFolder) || exceptions[path]?.includes(targetFolder)) continue;
    found.push(`${path}: ${folder}/ may not import ${target}`);
  }
  return found;
}

export const topFolder = (path: string): string =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
