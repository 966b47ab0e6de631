const plural = new Intl.PluralRules('en');

export const messageTexts = {
  app: 'App',
  pinnedBy: (name: string) => `Pinned by ${name}`,
  saved: 'Saved',
  edited: 'edited',
  saving: 'saving',
  deleted: 'This message was deleted.',
  sending: 'Sending',
  notSent: 'Not sent.',
  retry: 'Retry',
  remove: 'Delete',
  repliedInThread: 'replied in a thread',
  alsoInChannel: 'also in the channel',
  replies: (of: number) => `${of} ${plural.select(of) === 'one' ? 'reply' : 'replies'}`,
  lastReply: (when: string) => `last ${when}`,
  openThread: 'open the thread',
  addReaction: 'Add a reaction',
  notCopied: 'The browser did not allow it.',
  reaction: (name: string, count: number) => `${name.replaceAll('_', ' ')}, ${count}`,
  reactedBy: (names: string, name: string) => `${names} with :${name}:`,
  showAll: 'Show all of it',
  showLess: 'Show less',
  copyCode: 'Copy code',
  code: (language: string) => (language === '' ? 'Code' : `Code, ${language}`),
  codeCopied: 'Code copied.',
  unknownPerson: 'someone',
  unknownChannel: 'a channel',
  link: (when: string) => `${when}: link to this message`,
} as const;

const failures: Readonly<Record<string, string>> = {
  msg_too_long: 'Too long: at most 40,000 characters.',
  is_archived: 'The channel was archived.',
  not_in_channel: 'You are not in this channel any more.',
  channel_not_found: 'You are not in this channel any more.',
  thread_not_found: 'The thread is gone.',
};
export const whyNotSent = (error: string | undefined): string => failures[error ?? ''] ?? '';
