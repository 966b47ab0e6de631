export const bookmarkTexts = {
  bar: 'Bookmarks',
  add: 'Add a bookmark',
  edit: 'Edit the bookmark',
  more: (title: string) => `More about ${title}`,
  copy: 'Copy link',
  copied: 'Link copied.',
  remove: 'Remove',
  link: 'Link',
  title: 'Name',
  pick: 'Add an emoji',
  pickOther: 'Another emoji',
  noEmoji: 'Without an emoji',
  cancel: 'Cancel',
  save: 'Save',
} as const;

export const bookmarkProblem = (error: string): string =>
  ({
    invalid_link: 'A link begins with https:// and names a site.',
    invalid_emoji: 'There is no such emoji.',
    too_many_bookmarks: 'A channel has at most 100 bookmarks.',
    permission_denied: 'You cannot change the bookmarks of this channel.',
    not_found: 'The bookmark is gone.',
    channel_not_found: 'You are not in this channel any more.',
    ratelimited: 'Too fast. Try again in a moment.',
    unreachable: 'The server did not answer. Try again.',
  })[error] ?? 'That did not work. Try again in a moment.';
