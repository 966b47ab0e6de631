import { writeFileSync } from 'node:fs';
import { rightsFile, rightsPage } from './rights-page.ts';

/** `npm run docs` writes docs/rights.md from the matrix; rights.test.ts says when it is stale. */
writeFileSync(rightsFile, rightsPage());
