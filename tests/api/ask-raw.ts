import type { MethodName } from '../../protocol/methods.ts';
import { checkAnswer } from '../support/check-answer.ts';

/** An answer as it came; what is in it, each test says itself. */
export interface RawAnswer {
  readonly ok: boolean;
  readonly error?: string;
  readonly needed?: string;
  readonly provided?: string;
  readonly response_metadata?: { readonly messages?: readonly string[]; readonly next_cursor?: string };
  readonly [field: string]: unknown;
}
export type RawArguments = Readonly<Record<string, unknown>>;

/** A call with arguments that need not fit. The answer is held against the method's row. */
export async function askRaw(
  url: string,
  method: MethodName,
  token: string | undefined,
  args: RawArguments,
): Promise<RawAnswer> {
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  });
  const answer = (await response.json()) as RawAnswer;
  checkAnswer(method, answer);
  return answer;
}
