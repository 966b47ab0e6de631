import { methods, type MethodName } from '../../../protocol/methods.ts';
import type { MethodContract } from '../../../protocol/methods/method.ts';
import { askRaw, type RawAnswer, type RawArguments } from '../ask-raw.ts';
import type { Column } from './columns.ts';
import type { Row } from './read-table.ts';
import type { Attempt, Scene } from './scene.ts';
import type { Caller, Stage } from './stage.ts';
import { unminted, withAskedUnminted } from './unminted.ts';

/** What one cell's call is answered: the code, or `ok`. */
export async function provokeCall(
  stage: Stage,
  { subject, cells }: Row,
  scene: Scene,
  column: Column,
): Promise<string> {
  const method = subject as MethodName;
  const attempt: Attempt = { column, expected: cells[column], me: callerOf(stage, column) };
  const args = await scene.args(stage, attempt);
  const answers: string[] = [];
  for (const token of await tokensOf(stage, method, scene, attempt)) {
    const answer = await askRaw(stage.world.url, method, token, args);
    const outcome = await outcomeOf(answer, scene, stage, attempt);
    answers.push(outcome);
    if (!mustBeAlike(column, answer)) continue;
    const never = await askRaw(stage.world.url, method, token, neverMade(args, scene));
    if (!isSame(withAskedUnminted(answer, args), never))
      answers.push(`${JSON.stringify(answer)}, but ${JSON.stringify(never)} for what was never made`);
  }
  return [...new Set(answers)].join(' or ');
}

const neverMade = (args: RawArguments, { keeps = [] }: Scene): RawArguments => ({
  ...unminted(args),
  ...Object.fromEntries(Object.entries(args).filter(([name]) => keeps.includes(name))),
});

/** What is not for the caller must not be told from what never was: not by the whole answer. */
const mustBeAlike = (column: Column, { ok, error = '' }: RawAnswer): boolean =>
  !ok && (column === 'other' || error.endsWith('_not_found'));

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function outcomeOf(
  answer: RawAnswer,
  { shows }: Scene,
  stage: Stage,
  attempt: Attempt,
): Promise<string> {
  if (!answer.ok) return answer.error ?? 'no code';
  if (shows === undefined) return 'ok';
  return (await shows(answer, stage, attempt)) ? 'listed' : 'not listed';
}

export function callerOf({ callers }: Stage, column: Column): Caller {
  return column in callers ? callers[column as keyof Stage['callers']] : callers.owner;
}

/** More than one where a method refuses several kinds. */
async function tokensOf(
  stage: Stage,
  method: MethodName,
  scene: Scene,
  attempt: Attempt,
): Promise<(string | undefined)[]> {
  const { world, revoked, lacking } = stage;
  const { tokens, scope }: MethodContract = methods[method];
  const isOfAccount = tokens.includes('account');
  switch (attempt.column) {
    case 'none':
      return [undefined];
    case 'revoked':
      return [isOfAccount ? revoked.account : revoked.user];
    case 'kind': {
      const held = { account: world.workspace.accountToken, user: world.owner.token, bot: world.bot.token };
      const kinds = ['account', 'user', 'bot'] as const;
      return kinds.filter((kind) => !tokens.includes(kind)).map((kind) => held[kind]);
    }
    case 'scope':
      return [scope === undefined ? undefined : lacking.get(scope)];
    case 'other':
      return [isOfAccount ? world.foreign.accountToken : world.foreign.owner.token];
    default:
      if (scene.token !== undefined) return [await scene.token(stage, attempt)];
      return [isOfAccount ? world.workspace.accountToken : attempt.me.token];
  }
}
