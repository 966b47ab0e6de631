/** What is asked for with a message, and so is there a moment later than the message itself. */
export const actionTexts = {
  toolbar: 'Message actions',
  reactWith: (name: string) => `React with ${name.replaceAll('_', ' ')}`,
  reply: 'Reply in a thread',
  more: 'More',
  edit: 'Edit',
  copyLink: 'Copy link',
  copyText: 'Copy text',
  delete: 'Delete',
  markUnread: 'Mark unread from here',
  linkCopied: 'Link copied.',
  textCopied: 'Text copied.',
  deleteTitle: 'Delete this message?',
  deleteLede: 'It goes for everybody, and cannot be brought back.',
  keep: 'Keep it',
  save: 'Save',
  cancel: 'Cancel',
  editLabel: 'Edit the message',
  onlyYou: 'Only visible to you',
  dismiss: 'Dismiss',
} as const;

export const changeProblem = (error: string): string =>
  ({
    edit_window_closed: 'It is too late to edit it: the workspace allows that for a while.',
    cant_update_message: 'Only its author can edit it.',
    cant_delete_message: 'Only its author and admins can delete it.',
    message_not_found: 'The message is gone.',
    msg_too_long: 'Too long: at most 40,000 characters.',
    is_archived: 'The channel is archived.',
    too_many_emoji: 'This message has as many reactions as it can hold.',
    too_many_reactions: 'You have as many reactions here as one person can have.',
    ratelimited: 'Too fast. Try again in a moment.',
    unreachable: 'The server did not answer. Try again.',
  })[error] ?? 'That did not work. Try again in a moment.';
