export const headerTexts = {
  members: (count: number) => (count === 1 ? 'member' : 'members'),
  back: 'Back to the list',
  star: 'Star this channel',
  unstar: 'Take the star off',
  notStarred: 'That did not work. Try again in a moment.',
  more: 'More about this channel',
  muted: 'muted',
} as const;
