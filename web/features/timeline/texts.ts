const number = new Intl.NumberFormat();

export const timelineTexts = {
  log: (channel: string) => `Messages in ${channel}`,
  newLine: 'New',
  newMessages: 'New messages',
  newAbove: (of: number) => `${number.format(of)} new`,
  latest: 'Latest',
  latestLabel: 'Go to the latest message',
  jumpToNew: (of: number) => `${number.format(of)} new: Go to the first new message`,
  loading: 'Loading messages',
  failed: 'The messages did not come.',
  retry: 'Try again',
  channelStart: (name: string) => `This is the start of ${name}`,
  quietTitle: 'It is quiet here',
  quietLede: (name: string) => `This is ${name}. What is written here is found by everybody who joins.`,
  directStart: (name: string) => `Only you and ${name} read this.`,
  selfStart: 'Your own place: notes, links, and what you want to try out first.',
  groupStart: (name: string) => `Only you, ${name} read this.`,
  generalLede: 'Everyone who joins lands here.',
  notMember: (name: string) => `You are looking at ${name} from outside.`,
  join: 'Join channel',
  archived: 'This channel is archived. It can be read, not written to.',
} as const;
