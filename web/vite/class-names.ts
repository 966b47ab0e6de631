import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const web = join(import.meta.dirname, '..');

/**
 * `a`, `b`, … for the classes of all stylesheets, in the order of their names: the same at each build of the same
 * sources. Hashes would be a fifth of what the stylesheets and their maps weigh once they are compressed.
 */
export function shortClassNames(): (name: string, file: string) => string {
  const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.module.css'))
    .toSorted();
  const names = new Map<string, string>();
  for (const sheet of sheets) {
    const file = join(web, sheet);
    const found = readFileSync(file, 'utf8').matchAll(/(?:\.|@keyframes )([a-z][\w-]*)/gi);
    for (const [, name = ''] of found) {
      const key = `${file} ${name}`;
      if (!names.has(key)) names.set(key, shortName(names.size));
    }
  }
  // A class that was added while the build watches has no place in the order.
  return (name, file) => names.get(`${file.split('?')[0] ?? ''} ${name}`) ?? name;
}

/** Letters alone, so that it can stand at the beginning of a name. */
function shortName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : shortName(rest - 1)) + String.fromCharCode(97 + (index % 26));
}
