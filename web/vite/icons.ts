import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** One of some thousand files, by a name known only here: no import that could be read off the source. */
const read = createRequire(import.meta.url) as (file: string) => unknown;

const prefix = 'icon:';
const folder = join(import.meta.dirname, '../../node_modules/lucide-react/dist/esm/icons');
type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

/** `icon:hash` is lucide's picture of that name, as data: `[tag, attributes]` of each of its shapes. */
export const icons = (): Plugin => ({
  name: 'icons',
  resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : undefined),
  load(source) {
    if (!source.startsWith(`\0${prefix}`)) return undefined;
    const file = join(folder, `${source.slice(prefix.length + 1)}.mjs`);
    const { __iconData: data } = read(file) as {
      readonly __iconData: { readonly node: readonly Shape[] };
    };
    const shapes = data.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes]);
    return `export default ${JSON.stringify(shapes)};`;
  },
});
