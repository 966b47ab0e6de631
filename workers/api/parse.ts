import * as v from 'valibot';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

const messagesMax = 10;
const messageLengthMax = 200;

/** What the method gets. Every fault is named as Slack names it; none repeats what was sent. */
export function parseArguments(
  { input }: Pick<MethodContract, 'input'>,
  args: Readonly<Record<string, unknown>>,
): Outcome<{ args: object }, 'invalid_arguments'> {
  const parsed = v.safeParse(input, withoutNulls(args));
  if (parsed.success) return accept({ args: parsed.output });
  return refuse('invalid_arguments', {
    messages: parsed.issues.slice(0, messagesMax).map((issue) => messageOf(issue)),
  });
}

/** Whoever sends null for an argument leaves it out. */
const withoutNulls = (args: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));

function messageOf(issue: v.BaseIssue<unknown>): string {
  const pointer = (issue.path ?? []).map(({ key }) => `/${String(key)}`).join('');
  if (isMissing(issue))
    return `[ERROR] missing required field: ${pointer.slice(1)}`.slice(0, messageLengthMax);
  return `[ERROR] ${faultOf(issue)} [json-pointer:${pointer}]`.slice(0, messageLengthMax);
}

/** An argument itself, not something inside one. */
const isMissing = ({ path, input, kind }: v.BaseIssue<unknown>): boolean =>
  kind === 'schema' && path?.length === 1 && input === undefined;

function faultOf(issue: v.BaseIssue<unknown>): string {
  if (!isOurWords(issue)) {
    const expected = (issue.expected ?? 'valid').replaceAll(/[()"]/g, '').replaceAll(' | ', ' or ');
    return issue.kind === 'schema' ? `must be ${expected.toLowerCase()}` : `must be ${expected}`;
  }
  return issue.message;
}

/** The library's own words repeat what was received. */
const isOurWords = ({ message }: v.BaseIssue<unknown>): boolean => !message.startsWith('Invalid ');
