import { readFileSync, writeFileSync } from 'node:fs';
import { apiPage } from './docs/api-page.ts';

/** `npm run docs` writes docs/api.md from the table of methods; with `--check` it only says whether that is stale. */
const file = new URL('../docs/api.md', import.meta.url);
const page = apiPage();

if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (read() !== page) {
  console.error('docs/api.md is not what the table of methods says. Run `npm run docs`, and commit it.');
  process.exitCode = 1;
}

function read(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
