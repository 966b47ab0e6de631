export const navigationTexts = {
  label: 'Workspace',
  jump: 'Jump to',
  jumpKeys: (isApple: boolean) => (isApple ? '⌘K' : 'Ctrl K'),
  newMessage: 'New message',
  sections: { starred: 'Starred', channels: 'Channels', direct: 'Direct messages' } as Readonly<
    Record<string, string>
  >,
  newChannel: 'New channel',
  browse: 'Browse channels',
  add: 'Add a channel',
  invite: 'Invite people',
  start: 'Start a conversation',
  mentions: 'mentions',
  unread: 'unread',
  unreadOne: 'unread',
  muted: 'muted',
  draft: 'draft',
  notSent: 'not sent',
  privateChannel: 'private',
  you: 'you',
  preferences: 'Preferences',
  profile: 'Your profile',
} as const;
