import { commonErrors } from '../../../protocol/errors.ts';
import { methodErrors } from '../../../protocol/method-errors.ts';
import { isMethodName, methods } from '../../../protocol/methods.ts';
import type { MethodContract } from '../../../protocol/methods/method.ts';
import { aboutColumns, columns, type Column } from './columns.ts';
import { frameFamilies } from './expected-frames.ts';
import { methodFamilies } from './expected-methods.ts';
import { rowsOf, type Family } from './family.ts';
import type { Row } from './read-table.ts';
import { words, type Cell, type Word } from './words.ts';

export const rightsFile = new URL('../../../docs/rights.md', import.meta.url);

/** docs/rights.md: the matrix, for an owner of a workspace. */
export const rightsPage = (): string =>
  [
    head,
    table(
      ['who', 'is'],
      shown.map((column) => [heads[column], aboutColumns[column]]),
    ),
    ...methodFamilies.map((family) => section(family)),
    '## Sockets',
    'What one may send on a socket, and what one then hears. `reset` and `nothing` tell nothing either.',
    ...frameFamilies.map((family) => section(family, '###')),
    '## Before any of it',
    'Which token a call needs; the rest of this page is about calls that come with one.',
    credentials(),
    '## The words',
    table(['word', 'answer', 'meaning'], usedWords()),
    '',
  ].join('\n\n');

const head = `# Who may do what

Generated from the matrix of the rights tests (\`tests/api/rights\`) by \`npm run docs\`: change the matrix, not this page.
Each cell is tried against the server with every run of the tests.

✓ is done. A word says how it is refused (they are explained [below](#the-words)); an empty cell is not tried there.
\`hidden\`, and whatever is answered to another workspace, is the very answer that an id gets which never existed: nobody
learns from it that there is something. Being an admin or an owner opens no private channel and no direct message: those
rows are the ones “from outside” and “of others”. Where a row does not say otherwise it is about a public channel that the
guest, bot, member, admin and owner are in, or about another person who is a full member.`;

const shown = columns.filter((column) => !['none', 'revoked', 'kind', 'scope'].includes(column));
const heads: { readonly [Name in Column]: string } = {
  none: 'no token',
  revoked: 'revoked token',
  kind: 'token of another kind',
  scope: 'scope missing',
  other: 'another workspace',
  apart: 'member, not in it',
  guest: 'guest',
  single: 'guest of another channel',
  bot: 'bot',
  member: 'member',
  admin: 'admin',
  owner: 'owner',
};

function section(family: Family, level = '##'): string {
  const rows = rowsOf([family]);
  const used = shown.filter((column) => rows.some(({ cells }) => cells[column] !== '-'));
  const title = `${level} ${family.title}`;
  if (used.length === 0) {
    const names = rows.map(({ subject }) => `\`${subject}\``);
    return `${title}\n\nAnybody may call ${names.join(', ')}; what comes as a token is not looked at.`;
  }
  const lines = rows.map((row) => [nameOf(row), ...used.map((column) => markOf(row.cells[column]))]);
  return `${title}\n\n${table(['', ...used.map((column) => family.heads?.[column] ?? heads[column])], lines)}`;
}

const nameOf = ({ subject, about }: Row): string =>
  about === '' ? `\`${subject}\`` : `\`${subject}\`: ${about}`;
const markOf = (cell: Cell): string => (cell === 'ok' ? '✓' : cell === '-' ? '' : cell);

/** Methods and frames that answer alike, together. */
function credentials(): string {
  const first = ['none', 'revoked', 'kind', 'scope'] as const;
  const firstRows = rowsOf([...methodFamilies, ...frameFamilies]).filter(({ about }) => about === '');
  const alike = Map.groupBy(firstRows, (row) =>
    JSON.stringify([takenBy(row), ...first.map((column) => row.cells[column])]),
  );
  const lines = [...alike.values()].flatMap((rows) => {
    const [row] = rows;
    if (row === undefined) return [];
    const names = rows.map(({ subject }) => `\`${subject}\``).join(', ');
    return [[names, takenBy(row), ...first.map((column) => markOf(row.cells[column]))]];
  });
  return table(['', 'takes', ...first.map((column) => heads[column])], lines);
}

function takenBy({ subject }: Row): string {
  if (!isMethodName(subject)) return 'a person’s or a bot’s token, when the socket opens';
  const { tokens }: MethodContract = methods[subject];
  const names = { none: 'none', account: 'an account’s', user: 'a person’s', bot: 'a bot’s' };
  return tokens.map((kind) => names[kind]).join(' or ');
}

function usedWords(): string[][] {
  const meanings: Readonly<Record<string, string>> = { ...commonErrors, ...methodErrors };
  const cells = rowsOf([...methodFamilies, ...frameFamilies]).flatMap((row) => Object.values(row.cells));
  const others: { readonly [Name in Word]?: string } = {
    listed: 'The list has it.',
    unlisted: 'The list is answered without it.',
    nothing: 'Nothing of what was asked can be followed.',
    reset: 'There is no such log for this socket.',
    untaken: 'This kind of socket takes no such frame.',
  };
  return (Object.keys(words) as Word[])
    .filter((word) => word !== 'ok' && cells.includes(word))
    .map((word) => {
      const other = others[word];
      return other === undefined
        ? [word, `\`${words[word]}\``, meanings[words[word]] ?? '']
        : [word, '', other];
    });
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map((row) => line(row))].join('\n');
}
