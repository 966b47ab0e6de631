import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What has to be there before the room is shown. */
export interface FirstLoad {
  /** Paths without a slash before them. */
  readonly scripts: readonly string[];
  readonly scriptBytes: number;
  readonly styleBytes: number;
}

/** By the built files of this folder, gzipped. */
export function firstLoadOf(folder: string): FirstLoad {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const scripts = closure(manifest, ['index.html', 'app/workspace-page.tsx']);
  const styles = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => `assets/${name}`);
  const bytesOf = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
  return { scripts, scriptBytes: bytesOf(scripts), styleBytes: bytesOf(styles) };
}

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

/** What must be there before these run. */
function closure(manifest: Manifest, entries: readonly string[]): string[] {
  const names = new Set(entries);
  for (const name of names) for (const other of manifest[name]?.imports ?? []) names.add(other);
  return [...names].flatMap((name) => manifest[name]?.file ?? []);
}
