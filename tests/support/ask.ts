import { CallRefused, call as callPlainly, type Answer, type Arguments } from '../../dev/client.ts';
import type { MethodName, MethodOutput } from '../../protocol/methods.ts';
import { checkAnswer } from './check-answer.ts';

/** One call as dev/client.ts makes it. The answer is held against the method's row and Slack's shape. */
export async function call<Name extends MethodName>(
  url: string,
  method: Name,
  token: string | undefined,
  args: Arguments<Name>,
): Promise<Answer<Name>> {
  const answer = await callPlainly(url, method, token, args);
  checkAnswer(method, answer);
  return answer;
}

/** The same, of a call that must succeed. */
export async function ask<Name extends MethodName>(
  url: string,
  method: Name,
  token: string | undefined,
  args: Arguments<Name>,
): Promise<MethodOutput<Name>> {
  const answer = await call(url, method, token, args);
  if (!answer.ok) throw new CallRefused(method, answer);
  return answer;
}
