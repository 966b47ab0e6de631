export const firstStepsTexts = {
  bring: 'Bring your team',
  bringHelp: 'Anyone with a link joins as a member.',
  bringAct: 'Invite people',
  more: 'Make a channel for a subject',
  moreHelp: 'One subject each keeps this one calm.',
  moreAct: 'New channel',
  named: 'Name your workspace',
  done: 'Done',
} as const;
