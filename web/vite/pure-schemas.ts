import { join } from 'node:path';
import type { Plugin } from 'vite';

const protocol = join(import.meta.dirname, '../../protocol/');
const calls = /(?<![\w.'"`])((?:v|argument)\.\w+|event|reaction|archive|threadMark|idOf|patternOf|method)\(/g;

/**
 * Marks the calls that make the wire's schemas as pure, so that those of which the client reads only the type are left
 * out. In protocol/ alone: a list of pure names for the whole build would take `event.preventDefault()` out, too.
 */
export const pureSchemas = (): Plugin => ({
  name: 'pure-schemas',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    if (!id.startsWith(protocol)) return undefined;
    return { code: code.replace(calls, '/* @__PURE__ */ $1('), map: null };
  },
});
