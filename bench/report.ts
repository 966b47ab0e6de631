import type { Line, Subject } from './measure/line.ts';

const servers: readonly Subject[] = ['Edgewise', 'room DO', 'ws', 'socket.io'];

export const tableOf = (lines: readonly Line[], subjects: readonly Subject[] = servers): string =>
  tabulate(
    ['', 'what', ...subjects, 'goal', 'ratio', 'goal of it', ''],
    lines.map((line) => cellsOf(line, subjects)),
  );

/** As a table of Markdown, which a terminal shows as well. */
export function tabulate(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const written = cells.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
  return [written[0], rule, ...written.slice(1)].join('\n');
}

function cellsOf(
  { scenario, what, unit, values, ratios, goals }: Line,
  subjects: readonly Subject[],
): string[] {
  const own = goals.filter(({ of }) => of === 'value').map(boundOf);
  const others = goals.filter(({ of }) => of !== 'value');
  const missed = goals.some(({ isMet }) => !isMet);
  const shown = Object.entries(ratios).map(([peer, ratio]) => `${number(ratio)} × ${peer}`);
  return [
    scenario,
    unit === '' ? what : `${what}, ${unit}`,
    ...subjects.map((subject) => (values[subject] === undefined ? '' : number(values[subject]))),
    own.join(', '),
    shown.join(', '),
    others.map((goal) => `${boundOf(goal)} × ${goal.of}`).join(', '),
    goals.length === 0 ? '' : missed ? 'MISSED' : 'met',
  ];
}

const boundOf = ({ atMost, atLeast }: Line['goals'][number]): string =>
  atMost === undefined ? `≥ ${number(atLeast ?? 0)}` : `≤ ${number(atMost)}`;

/** Three digits that say something. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits =
    Math.abs(value) >= 100 || value === 0 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
