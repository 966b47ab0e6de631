import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { methods } from '../protocol/methods.ts';
import { fail } from './launcher/fail.mjs';
import { correct } from './slack-shapes/correct.ts';
import { derive, type Shapes } from './slack-shapes/derive.ts';

/**
 * `node dev/with-node.mjs dev/slack-shapes.ts <web-api/slack_web_openapi_v2.json>` writes tests/compat/shapes out of
 * Slack's OpenAPI file (github.com/slackapi/slack-api-specs), which whoever runs it fetches and nobody commits.
 */
const source =
  process.argv[2] ?? fail('Which file? web-api/slack_web_openapi_v2.json of slackapi/slack-api-specs.');
const specification = JSON.parse(readFileSync(source, 'utf8')) as unknown;
const { answers, objects } = correct(derive(specification, Object.keys(methods)));
await write('answers', 'What each method of Slack’s answers when it succeeds.', answers);
await write('objects', 'The objects in the answers.', objects);

async function write(name: 'answers' | 'objects', about: string, shapes: Shapes): Promise<void> {
  const file = new URL(`../tests/compat/shapes/${name}.ts`, import.meta.url);
  const text = `import type { Shapes } from '../../support/check-shape.ts';

/**
 * ${about} Made by dev/slack-shapes.ts, not by hand.
 *
 * Facts out of web-api/slack_web_openapi_v2.json of https://github.com/slackapi/slack-api-specs (MIT License, copyright
 * 2017 SlackAPI), whose last change is of October 2020, as dev/slack-shapes/corrections.ts and additions.ts correct and
 * add to them, with the reason of each. None of its prose is here.
 */
export const ${name}: Shapes = ${JSON.stringify(shapes)};
`;
  const options = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...options, parser: 'typescript', objectWrap: 'collapse' }));
}
