import { join } from 'node:path';
import type { Plugin } from 'vite';

const protocol = join(import.meta.dirname, '../../protocol/');
/** The helpers by which a file makes its schemas: its own short functions, and what is imported to make them. */
const helpers = /^(?:export )?const (\w+) = (?:<const .*)?\(.*$/gm;
const imported = ['method'];

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
    const names = [...imported, ...Array.from(code.matchAll(helpers), ([, name = '']) => name)];
    const calls = new RegExp(`(?<![\\w.'"\`])((?:v|argument)\\.\\w+|${names.join('|')})\\(`, 'g');
    return { code: code.replace(calls, '/* @__PURE__ */ $1('), map: null };
  },
});
