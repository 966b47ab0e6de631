export const directoryTexts = {
  find: 'Find somebody',
  findHint: 'Name, what they do, status',
  count: (count: number) => (count === 1 ? '1 person or app' : `${count} people and apps`),
  none: 'Nobody is found by that.',
  name: 'Name',
  does: 'What they do',
  status: 'Status',
  time: 'Their time',
  kinds: { owner: 'Owner', admin: 'Admin', member: '', guest: 'Guest', bot: 'App' },
} as const;
