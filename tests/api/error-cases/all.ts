import { accountCases } from './account.ts';
import { adminConversationsCases } from './admin-conversations.ts';
import { chatCases } from './chat.ts';
import { conversationsCases } from './conversations.ts';
import { emojiCases } from './emoji.ts';
import type { ErrorCase } from './error-case.ts';
import { keepingCases } from './keeping.ts';
import { managingCases } from './managing.ts';
import { peopleCases } from './people.ts';
import { reactionsCases } from './reactions.ts';
import { remindersCases } from './reminders.ts';
import { scheduledCases } from './scheduled.ts';
import { starsCases } from './stars.ts';
import { threadsCases } from './threads.ts';
import { tokensCases } from './tokens.ts';
import { usergroupsCases } from './usergroups.ts';

/**
 * How each declared error is provoked. A method that is added to protocol/methods, or an error that is added to its
 * row, needs its case: put it into the file of its family (a new family gets a new file with one exported list of
 * `casesOf(method, { code: (world, call) => … })`) and name a new list here. tests/api/errors.test.ts fails until then.
 */
export const errorCases: readonly ErrorCase[] = [
  ...accountCases,
  ...adminConversationsCases,
  ...chatCases,
  ...conversationsCases,
  ...emojiCases,
  ...keepingCases,
  ...managingCases,
  ...peopleCases,
  ...reactionsCases,
  ...remindersCases,
  ...scheduledCases,
  ...starsCases,
  ...threadsCases,
  ...tokensCases,
  ...usergroupsCases,
];
