export const threadTexts = {
  title: 'Thread',
  log: 'Replies',
  close: 'Close the thread',
  follow: 'Follow this thread',
  unfollow: 'Stop following this thread',
  loading: 'Loading the thread',
  none: 'No replies yet',
  gone: 'This thread is gone: its first message was deleted, and nobody had replied.',
  hidden: 'You are not in this conversation, so its threads are not shown.',
  failed: 'The thread did not come.',
  retry: 'Try again',
  inChannel: (name: string) => `in ${name}`,
} as const;
