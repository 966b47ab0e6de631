import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkOf } from './vite/chunks.ts';
import { shortClassNames } from './vite/class-names.ts';
import { emojiData } from './vite/emoji-data.ts';
import { icons } from './vite/icons.ts';
import { plainImports } from './vite/plain-imports.ts';
import { pureSchemas } from './vite/pure-schemas.ts';
import { serviceWorker } from './vite/service-worker.ts';

const proxy = proxyTo(process.env['EDGEWISE_API'] ?? 'http://127.0.0.1:18850');
const target = ['chrome123', 'edge123', 'firefox128', 'safari17.5'];

/** The client: static files for the Worker's assets. In development `EDGEWISE_API` names a running server. */
export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // Long names compress badly, and they are in the scripts, too.
  css: { modules: { generateScopedName: command === 'build' ? shortClassNames() : '[name]-[local]' } },
  plugins: [react(), emojiData(), icons(), plainImports(), pureSchemas(), serviceWorker()],
  build: {
    outDir: '../.cache/web',
    emptyOutDir: true,
    target,
    cssTarget: target,
    assetsInlineLimit: 0,
    // All of it is under 10 kB: one file, and no chunk waits for a stylesheet.
    cssCodeSplit: false,
    // What a lazy chunk needs of scripts is there already, or one step away; the lists of names would be in the entry.
    modulePreload: { polyfill: false, resolveDependencies: ofThePage },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      // No getter of ours does anything: else what spreads another schema's `entries` would keep it.
      treeshake: { propertyReadSideEffects: false },
      output: {
        codeSplitting: {
          groups: [{ name: chunkOf(), debugName: 'pages', includeDependenciesRecursively: false }],
        },
      },
    },
  },
  server: { port: 18860, strictPort: true, proxy },
  preview: { port: 18861, strictPort: true, proxy },
}));

const ofThePage = (_file: string, needed: string[], { hostType }: { hostType: 'html' | 'js' }): string[] =>
  hostType === 'html' ? needed : [];

/** Cookies count for the server's own origin alone, so a request goes on as if its page came from there. */
function proxyTo(target: string) {
  const rewrite = { target, changeOrigin: true, headers: { origin: target } };
  return {
    // Not our own sources, which lie in folders of the same names.
    '^/api/(?!.*\\.tsx?)': rewrite,
    '^/dev/outbox': rewrite,
    '^/gateway(\\?|$)': { ...rewrite, ws: true, rewriteWsOrigin: true },
  };
}
