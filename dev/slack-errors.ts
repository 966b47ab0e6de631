import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { methods } from '../protocol/methods.ts';
import { fail } from './launcher/fail.mjs';

/**
 * `node dev/with-node.mjs dev/slack-errors.ts <docs.slack.dev/methods>` writes tests/compat/errors/listed.ts: the codes
 * that Slack's reference lists for each of our methods, out of github.com/slack-ruby/slack-api-ref, which whoever runs
 * it fetches and nobody commits.
 */
const folder = process.argv[2] ?? fail('Which folder? docs.slack.dev/methods of slack-ruby/slack-api-ref.');
const Reference = v.object({ errors: v.optional(v.record(v.string(), v.unknown()), {}) });

const listed: Record<string, string> = {};
for (const method of Object.keys(methods)) {
  const file = join(folder, `${method}.json`);
  if (!existsSync(file)) continue;
  const { errors } = v.parse(Reference, JSON.parse(readFileSync(file, 'utf8')));
  listed[method] = Object.keys(errors).toSorted().join(' ');
}
const target = new URL('../tests/compat/errors/listed.ts', import.meta.url);
const text = `/**
 * The codes that Slack’s reference lists for each method, the common ones apart. Made by dev/slack-errors.ts, not by
 * hand, out of docs.slack.dev/methods of https://github.com/slack-ruby/slack-api-ref (MIT License, copyright 2015-2026
 * Daniel Doubrovkine, Artsy and contributors). None of its prose is here.
 */
export const listed: Readonly<Record<string, string>> = ${JSON.stringify(listed)};
`;
writeFileSync(target, await format(text, { ...(await resolveConfig(target)), parser: 'typescript' }));
