import { writeFileSync } from 'node:fs';
import { apiPage } from './docs/api-page.ts';

/** `npm run docs` writes docs/api.md from the table of methods. */
writeFileSync(new URL('../docs/api.md', import.meta.url), apiPage());
