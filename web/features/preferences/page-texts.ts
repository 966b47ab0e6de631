import { isApple } from '../../app/keys.ts';

const command = isApple ? '⌘ Enter' : 'Ctrl Enter';

export const preferencePageTexts = {
  look: 'Look',
  device: 'Kept on this device.',
  keys: 'Writing and reading',
  everywhere: 'The same on every device of yours.',
  sendBy: 'What sends a message',
  sendBys: { enter: 'Enter', ctrl_enter: command },
  readBy: 'What counts as read',
  readBys: { looking: 'What I look at', escape: 'What I mark by Esc' },
  notices: 'Notifications',
  noticesLede: 'While a tab of this workspace is open. The browser shows them, one tab speaks for all.',
  all: 'All preferences',
} as const;
