export const pinTexts = {
  title: 'Pinned',
  close: 'Close the pins',
  list: 'Pinned messages',
  by: (name: string) => `Pinned by ${name}`,
  unpin: 'Unpin',
  empty: 'Nothing is pinned',
  emptyLede: 'Pin a message from its menu, and everybody in the channel finds it here.',
} as const;
