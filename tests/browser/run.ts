import { runNode } from '../../dev/test/run.ts';
import { bringChromium } from './chromium.ts';

/** What Playwright's own runner needs to be told; `npm run test:browser` comes here. */
const notRunCode = 77;

const executable = await bringChromium();
if (executable === undefined) {
  console.error(
    'browser: NOT RUN, there is no Chromium: apt-get install chromium-headless-shell, or set CHROMIUM_PATH.',
  );
  process.exit(notRunCode);
}
process.env['CHROMIUM_PATH'] = executable;
process.exit(
  await runNode([
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=tests/browser/playwright.config.ts',
    ...process.argv.slice(2),
  ]),
);
