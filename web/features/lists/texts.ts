const plural = new Intl.PluralRules('en');
const count = (of: number, one: string, many: string): string =>
  `${of} ${plural.select(of) === 'one' ? one : many}`;

export const listTexts = {
  titles: { activity: 'Activity', threads: 'Threads', saved: 'Saved', scheduled: 'Scheduled' },
  places: 'Your lists',
  back: 'Back to the list',
  loading: 'Loading',
  failed: 'The list did not come.',
  retry: 'Try again',
  inChannel: (name: string) => `in ${name}`,
  open: 'Go to the message',
  openThread: 'Open the thread',
  newReplies: (of: number) => count(of, 'new reply', 'new replies'),
  unreadThreads: (of: number) => count(of, 'thread with new replies', 'threads with new replies'),
  lastReply: (when: string) => `last ${when}`,
  unsave: 'Remove from saved',
  mentioned: 'Mentioned you',
  replied: 'Replies to you',
  more: 'Show more',
  empty: {
    activity: 'Nobody has called you yet',
    threads: 'You follow no threads',
    saved: 'Nothing is saved',
    scheduled: 'Nothing waits to be sent',
  },
  emptyLede: {
    activity: 'Messages that mention you and replies to what you wrote are gathered here.',
    threads: 'A thread is followed once you write in it, are mentioned in it, or press its bell.',
    saved: 'Save a message from its menu, and find it again here. Nobody else sees what you save.',
    scheduled: 'The arrow beside “Send” lets a message wait for its time.',
  },
  editTime: 'Change the time',
  cancelIt: 'Delete',
  cancelled: 'It will not be sent.',
  sendsAt: (when: string) => `Goes out ${when}`,
  notSent: (why: string) => `Not sent: ${why}`,
} as const;

export const scheduleTexts = {
  menu: 'When to send it',
  inAnHour: 'In an hour',
  tomorrow: 'Tomorrow morning',
  monday: 'Monday morning',
  own: 'Another time…',
  see: 'See what is scheduled',
  title: 'Send it when?',
  when: 'Date and time',
  schedule: 'Schedule',
  cancel: 'Cancel',
  done: (when: string) => `It goes out ${when}.`,
  show: 'Show',
} as const;

export const scheduleProblem = (error: string): string =>
  ({
    time_in_past: 'That time has passed already.',
    time_too_far: 'At most 120 days ahead.',
    invalid_time: 'That is no time.',
    restricted_too_many: 'At most 30 messages of yours in five minutes of one channel.',
    msg_too_long: 'Too long: at most 40,000 characters.',
    is_archived: 'The channel is archived.',
    not_in_channel: 'You are not in this channel any more.',
    channel_not_found: 'You are not in this channel any more.',
    thread_not_found: 'The thread is gone.',
    invalid_scheduled_message_id: 'It was sent a moment ago.',
    ratelimited: 'Too fast. Try again in a moment.',
    unreachable: 'The server did not answer. Try again.',
  })[error] ?? 'That did not work. Try again in a moment.';
