import { LogLevel, WebClient, type WebAPICallResult } from '@slack/web-api';
import { LogLevel as LogLevel7, WebClient as WebClient7 } from 'slack-web-api-7';
import type { Arguments } from '../../dev/client.ts';
import type { MethodName, MethodOutput } from '../../protocol/methods.ts';
import { checkAnswer } from './check-answer.ts';
import { isFields } from './fields.ts';

export type { WebClient };
interface Options {
  readonly rejectRateLimitedCalls?: boolean;
  readonly retryConfig?: { readonly retries: number; readonly minTimeout?: number };
}

export interface Sdk {
  readonly name: string;
  /** A client as any program makes one. It holds every answer against the method's row, and that is all it adds. */
  client(url: string, token: string, options?: Options): WebClient;
}

/** The SDK's own class: each method and `paginate` go through `apiCall`. */
class CheckedClient extends WebClient {
  override apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    return checked(method, super.apiCall(method, options));
  }
}
class CheckedClient7 extends WebClient7 {
  override apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    return checked(method, super.apiCall(method, options));
  }
}

async function checked(method: string, call: Promise<WebAPICallResult>): Promise<WebAPICallResult> {
  try {
    const answer = await call;
    checkAnswer(method, answer);
    return answer;
  } catch (error) {
    const refusal = dataOf(error);
    if (refusal !== undefined) checkAnswer(method, refusal);
    throw error;
  }
}

const optionsFor = (url: string, { retryConfig = { retries: 0 }, ...rest }: Options) => ({
  slackApiUrl: `${url}/api/`,
  retryConfig,
  ...rest,
});

/** Unchanged: the newest, and the one before, which most programs still have. */
export const sdks: readonly Sdk[] = [
  {
    name: '@slack/web-api 8',
    client: (url, token, options = {}) =>
      new CheckedClient(token, { ...optionsFor(url, options), logLevel: LogLevel.ERROR }),
  },
  {
    name: '@slack/web-api 7',
    // What the tests use of it is the same; only its types are others.
    client: (url, token, options = {}) =>
      new CheckedClient7(token, {
        ...optionsFor(url, options),
        logLevel: LogLevel7.ERROR,
      }) as unknown as WebClient,
  },
];

/** The body of a refusal, as either SDK throws it. */
export function dataOf(error: unknown): { readonly ok: boolean; readonly error: string } | undefined {
  if (!(error instanceof Error) || !('data' in error) || !isFields(error.data)) return undefined;
  const { error: code } = error.data;
  return typeof code === 'string' ? { ...error.data, ok: false, error: code } : undefined;
}

/** The code that a call was refused with, by the SDK's own error. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const data = dataOf(error);
    if (data !== undefined) return data.error;
    throw error;
  }
  throw new Error('the call was not refused');
}

/** A call that the SDK has no words for: with an argument that it does not know, or a method of our own. */
export const callBy = <Name extends MethodName>(
  client: WebClient,
  method: Name,
  args: Arguments<Name>,
): Promise<MethodOutput<Name>> =>
  client.apiCall(method, { ...args }) as Promise<unknown> as Promise<MethodOutput<Name>>;

/** The SDK's own `paginate`: page by page, as the method's row says. */
export async function* pagesBy<Name extends MethodName>(
  client: WebClient,
  method: Name,
  args: Arguments<Name>,
): AsyncGenerator<MethodOutput<Name>> {
  for await (const page of client.paginate(method, { ...args })) yield page as unknown as MethodOutput<Name>;
}
