import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const source = join(import.meta.dirname, '../service-worker/service-worker.ts');
const fileName = 'service-worker.js';
const publicFolder = join(import.meta.dirname, '../public');

/**
 * `/service-worker.js`, a script of its own beside the client's: with the names of all files of this build, which are
 * its version too. The page says its own in `<meta name="edgewise-version">`.
 */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  // The page is made by then.
  enforce: 'post',
  buildStart() {
    this.emitFile({ type: 'chunk', id: source, fileName, preserveSignature: false });
  },
  generateBundle(_options, bundle) {
    const kept = readdirSync(join(publicFolder, 'static'))
      .filter((name) => /\.(?:js|svg|webmanifest)$/.test(name))
      .map((name) => `/static/${name}`);
    const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
    const files = [...kept, ...assets.map((name) => `/${name}`)].toSorted();
    const hash = createHash('sha256').update(files.join());
    for (const path of kept) hash.update(readFileSync(join(publicFolder, path)));
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk') throw new Error('the service worker was not built');
    if (chunk.imports.length > 0) throw new Error('the service worker has to be one file');
    hash.update(chunk.code);
    const version = hash.digest('hex').slice(0, 16);
    chunk.code = `const VERSION=${JSON.stringify(version)},FILES=${JSON.stringify(files)};\n${chunk.code}`;
    const page = bundle['index.html'];
    if (page?.type !== 'asset') throw new Error('there is no page');
    page.source = String(page.source).replace(
      '</title>',
      `</title>\n    <meta name="edgewise-version" content="${version}" />`,
    );
  },
});
