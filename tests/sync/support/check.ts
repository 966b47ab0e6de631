import { checkClients } from './check-clients.ts';
import { checkLogs } from './check-logs.ts';
import { checkUnread } from './check-unread.ts';
import type { History } from './history.ts';

/** What a history breaks of reliability.md's "Always true", in words; empty if nothing. */
export const check = (history: History): string[] => [
  ...history.complaints,
  ...checkLogs(history),
  ...checkClients(history),
  ...checkUnread(history),
];
