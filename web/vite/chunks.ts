import { join } from 'node:path';

interface Context {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const web = join(import.meta.dirname, '..');
const main = join(web, 'main.tsx');
const room = [main, join(web, 'app/workspace-page.tsx')];
const waysIn = ['landing/landing-page', 'sign-in/sign-in-page', 'sign-up/new-workspace-page'].map((name) =>
  join(web, 'features', `${name}.tsx`),
);

/**
 * Few chunks instead of many small ones, which compress badly: React (outlives our releases), what the room and the
 * ways in share, and the rest of the room. What is fetched later finds its own.
 */
export function chunkOf(): (id: string, context: Context) => string | null {
  let reached: { readonly room: ReadonlySet<string>; readonly waysIn: ReadonlySet<string> } | undefined;
  return (id, context) => {
    if (/[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/.test(id)) return 'react';
    reached ??= { room: reach(room, context), waysIn: reach([main, ...waysIn], context) };
    // An entry keeps a chunk of its own name.
    if (!reached.room.has(id) || room.includes(id)) return null;
    return reached.waysIn.has(id) ? 'shared' : 'room';
  };
}

/** All modules that these import, and theirs: what must be there before they run. */
function reach(from: readonly string[], context: Context): Set<string> {
  const found = new Set(from);
  for (const id of found)
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
