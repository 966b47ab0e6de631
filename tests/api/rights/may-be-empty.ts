import { isMethodName, methods } from '../../../protocol/methods.ts';
import type { MethodContract } from '../../../protocol/methods/method.ts';
import type { Column } from './columns.ts';
import type { Row } from './read-table.ts';

/** Arguments that name an object. */
const naming =
  /^(channel|channel_id|channel_ids|user|users|user_id|team|team_id|bot_id|bot|session_id|token_id|invitation_id|usergroup|ts|timestamp|thread_ts|message_ts)$/;

/** Whether there is nothing to try in a method's first row; in further rows a cell may be left to the first one. */
export function mayBeEmpty({ subject, about }: Row, column: Column): boolean {
  if (!isMethodName(subject)) return column === 'scope';
  const { tokens, scope, input }: MethodContract = methods[subject];
  const argumentNames = 'entries' in input ? Object.keys(input.entries) : [];
  const takesObject = argumentNames.some((name) => naming.test(name));
  if (tokens.includes('none')) return column !== 'none' && column !== 'revoked';
  switch (column) {
    case 'none':
    case 'revoked':
    case 'kind':
      return about !== '';
    case 'scope':
      return about !== '' || scope === undefined;
    case 'other':
      return about !== '' || !takesObject;
    case 'owner':
      return false;
    default:
      // An account names nobody's role.
      return about !== '' || tokens.includes('account');
  }
}
