import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';

/**
 * `import()` as it is. Vite puts a helper around each, which fetches stylesheets and the chunk's own imports beforehand;
 * here is one stylesheet, and nothing is fetched beforehand (see vite.config.ts), so that it would do nothing.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
});
