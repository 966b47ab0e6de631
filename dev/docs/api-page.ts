import { commonErrors } from '../../protocol/errors.ts';
import { methodErrors } from '../../protocol/method-errors.ts';
import { isMethodName, methods } from '../../protocol/methods.ts';
import type { MethodName } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { answerOf, objects, type AnswerLine } from './answer-of.ts';
import { argumentsOf } from './arguments-of.ts';

const meanings: Readonly<Record<string, string>> = methodErrors;

/** docs/api.md: what the table of methods says, for people. */
export function apiPage(): string {
  const names = Object.keys(methods)
    .filter((name) => isMethodName(name))
    .toSorted();
  return [
    head,
    ...names.map((name) => section(name, methods[name])),
    '## Objects of the answers',
    '',
    ...objects.map(([name, schema]) => `### ${name}\n\n${fields('field', answerOf(schema))}\n`),
    '## Errors of every method',
    '',
    table(
      ['code', 'meaning'],
      Object.entries(commonErrors).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    '',
  ].join('\n');
}

const head = `# The Web API

Generated from the table of methods (\`protocol/methods.ts\`) by \`npm run docs\`: change the table, not this page.

\`POST /api/<method>\` with a form, JSON or multipart, or \`GET\` with a query; the token as \`Authorization: Bearer …\` or
as \`token\` in the body of a POST, never in the URL. Inside a form, objects and lists are JSON. Unknown arguments are
passed over. The answer is JSON with \`ok\`, always with status 200 but for \`ratelimited\` (429 with \`Retry-After\`). Pages:
send \`response_metadata.next_cursor\` back as \`cursor\` until it is empty. What a method answers beside \`ok\` is in its
second table; objects that many answer with are [at the end](#objects-of-the-answers).

Tokens: \`ewa-…\` is an account's session and names no workspace; \`xoxp-…\` a person's token, \`xoxs-…\` a person's session,
\`xoxb-…\` a bot's token, each in one workspace. Errors are in the order in which they are checked: those of every method
(at the end of this page), then the method's own.

Rates: a method's tier is counted for each token. Before it is known who calls, signing in is counted at 10 a minute for
an address and 5 in 15 minutes for an e-mail, making workspaces and accepting invitations at 20 an hour for an address.
`;

function section(name: MethodName, contract: MethodContract): string {
  const rows = argumentsOf(contract.input).map(({ name: argument, isRequired, about }) => [
    `\`${argument}\``,
    isRequired ? 'yes' : '',
    about,
  ]);
  return [
    `## ${name}`,
    contract.about,
    facts(contract),
    rows.length === 0 ? 'No arguments.' : table(['argument', 'required', 'what'], rows),
    answered(contract),
    ...errorsOf(contract),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

const facts = ({ tokens, scope, tier }: MethodContract): string =>
  [
    `Token: ${tokens.join(' or ')}`,
    `scope: ${scope === undefined ? 'none' : `\`${scope}\``}`,
    ...(tokens.includes('user') || tokens.includes('bot') ? [`rate: ${tier}`] : []),
  ].join(' · ');

function answered({ output }: MethodContract): string {
  const lines = answerOf(output);
  return lines.length === 0 ? 'Answers `ok` alone.' : fields('answer', lines);
}

const fields = (title: string, lines: readonly AnswerLine[]): string =>
  table(
    [title, 'always', 'what'],
    lines.map(({ path, isAlways, about }) => [`\`${path}\``, isAlways ? 'yes' : '', about]),
  );

function errorsOf({ errors }: MethodContract): string[] {
  if (errors.length === 0) return [];
  return [
    table(
      ['error', 'meaning'],
      errors.map((code) => [`\`${code}\``, meanings[code] ?? '']),
    ),
  ];
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map((row) => line(row))].join('\n');
}
