import type { Config } from './config.ts';

/** What a handler may know of the request itself. */
export interface RequestFacts {
  /** Sent back as x-slack-req-id, and in the log of a fault. */
  readonly id: string;
  readonly address: string;
  /** Our own, as the person sees it: without a slash at its end. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** Sent by a page of ours: cookies count and are set for these alone. No other site's page can make one. */
  readonly isOwnPage: boolean;
  /** The workspace that the page speaks for; anything for a method of the account. */
  readonly workspace: string | undefined;
}

export function factsOf(request: Request, config: Config): RequestFacts {
  const origin = config.publicUrl ?? new URL(request.url).origin;
  const workspace = request.headers.get('x-edgewise-workspace') ?? undefined;
  return {
    id: crypto.randomUUID().replaceAll('-', ''),
    address: request.headers.get('cf-connecting-ip') ?? 'unknown',
    origin,
    isSecure: origin.startsWith('https:'),
    isOwnPage:
      request.method === 'POST' && workspace !== undefined && request.headers.get('origin') === origin,
    workspace,
  };
}
