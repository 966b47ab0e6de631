import type { MethodName } from '../../../protocol/methods.ts';
import type { WebClient } from '../../support/sdk.ts';

export type Args = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;
/** Calls by one SDK. `expected` is what Slack documents for such a call. */
export type Say = (by: WebClient, method: MethodName, args?: Args, expected?: string) => Promise<Answer>;

export interface Clients {
  readonly owner: WebClient;
  readonly member: WebClient;
  readonly other: WebClient;
  readonly robot: WebClient;
  readonly nobody: WebClient;
}
export interface People {
  readonly ines: string;
  readonly otto: string;
  readonly bot: string;
}

export const channelIn = (answer: Answer): string => (answer['channel'] as { id: string }).id;
