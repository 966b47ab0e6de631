import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { fail } from '../../dev/launcher/fail.mjs';
import { startHouse } from '../support/house.ts';
import { runProgram } from './languages/run-program.ts';

/**
 * `node dev/with-node.mjs tests/compat/python.ts <folder with slack_sdk>` makes the calls of languages/outcomes.ts by
 * Python's slack_sdk (github.com/slackapi/python-slack-sdk), which whoever runs it fetches: neither npm nor Debian has it.
 */
const folder =
  process.argv[2] ?? fail('Which folder? One that holds slack_sdk, of slackapi/python-slack-sdk.');
const environment = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };
const version = execFileSync(
  'python3',
  ['-c', 'from slack_sdk.version import __version__; print(__version__)'],
  {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  },
).trim();

const house = await startHouse();
const program = fileURLToPath(new URL('languages/python/main.py', import.meta.url));
const { steps, expected, calls } = await runProgram(house, ['python3', program], environment);
await house.stop();

const wrong = expected.flatMap(([step, outcome], index) =>
  isDeepStrictEqual(steps[index], [step, outcome])
    ? []
    : [`${step}: ${JSON.stringify(outcome)} expected, and came: ${JSON.stringify(steps[index])}`],
);
for (const line of wrong) console.error(line);
const isWhole = steps.length === expected.length && wrong.length === 0;
console.log(`slack_sdk ${version}: ${calls} calls, ${expected.length} steps, ${wrong.length} wrong`);
process.exit(isWhole ? 0 : 1);
