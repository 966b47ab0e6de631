/** Where the file is wrong, old or silent, and how it is known. */
interface Correction {
  /** Shapes by their names, and answers by their methods. */
  readonly of: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
  readonly drop?: readonly string[];
  /** What the name stands for instead of all that it held. */
  readonly is?: string;
  readonly because: string;
}

/** `json-logs/samples/api` of github.com/slackapi/java-slack-sdk (MIT License) has answers as they came. */
export const corrections: readonly Correction[] = [
  // What the file has wrong.
  {
    of: ['chat.update'],
    set: { channel: 'id:C/G/D', message: 'message', ts: 'ts' },
    because:
      'it shows an id, a ts and a message of three fields as any text; the Java sample has the whole message',
  },
  {
    of: ['conversations.replies'],
    set: { has_more: 'boolean', messages: 'message[]', 'response_metadata?': 'next' },
    because:
      'it has two messages of its own, by the fields that there happened to be; the Java sample has edited, bot_profile and the cursor as well',
  },
  {
    of: ['conversations.history'],
    set: { 'response_metadata?': 'next' },
    because: 'it has pages (the argument `cursor`), but not their cursor; the Java sample has it',
  },
  {
    of: ['conversations.open'],
    set: { channel: 'conversation | opened' },
    because: 'its short form is of direct messages alone; one of several people is opened by the same call',
  },
  {
    of: ['pins.list'],
    is: 'pins.list.1',
    because: 'the other answer, with a count alone, is for an argument that Slack’s reference no longer has',
  },
  {
    of: ['pins.list.1.items.item.2'],
    set: {
      channel: 'id:C/G/D',
      created: 'integer',
      created_by: 'id:U/W',
      message: 'message',
      type: "'message'",
    },
    because: 'it requires nothing of what is pinned, so that an empty one would do',
  },
  {
    of: ['stars.list'],
    set: { 'response_metadata?': 'next' },
    because: 'its arguments have a cursor, and nothing in the answer to continue with',
  },
  {
    of: ['users.list'],
    set: { 'response_metadata?': 'next' },
    because: 'a cursor beside a notice that the method is deprecated, which it is not',
  },
  {
    of: ['reactions.list'],
    set: { 'response_metadata?': 'next' },
    because: 'a cursor beside a notice that the method is deprecated, which it is not',
  },
  {
    of: ['chat.scheduledMessages.list.scheduled_messages.item'],
    set: { channel_id: 'id:C/G/D' },
    because: 'messages are scheduled for direct conversations too',
  },
  {
    of: ['blocks.item'],
    set: { type: 'string', '...': 'any' },
    because: 'a block has fields by its type; the file allows any and says so in a keyword of its own',
  },
  {
    of: ['message'],
    set: { type: "'message'", 'attachments?': 'object[]' },
    because: 'the type is always that, and attachments have the fields that whoever posted gave them',
  },

  // What is newer than October 2020.
  {
    of: ['message'],
    set: {
      'app_id?': 'string',
      'edited?': 'edited',
      'is_locked?': 'boolean',
      'metadata?': 'metadata',
      'hidden?': 'boolean',
      'pinned_info?': 'pinned_info',
      'root?': 'message',
    },
    because: 'the Java samples of conversations.history.json and of events have them',
  },
  {
    of: ['channel', 'mpim', 'im'],
    set: { 'context_team_id?': 'id:T/E', 'updated?': 'integer', 'locale?': 'string' },
    because: 'the Java samples of conversations.info.json and conversations.list.json have them',
  },
  {
    of: ['person'],
    set: { 'is_email_confirmed?': 'boolean', 'who_can_share_contact_card?': 'string' },
    because: 'the Java sample users.info.json has them',
  },
  {
    of: ['team'],
    set: { 'url?': 'string' },
    because: 'the Java sample team.info.json has it',
  },
  {
    of: ['message.icons'],
    set: { 'image_36?': 'string', 'image_48?': 'string', 'image_72?': 'string' },
    because: 'it names image_64 alone; the type of a message’s icons in @slack/web-api 7 has all four',
  },
  {
    of: ['icon'],
    set: { 'image_original?': 'string' },
    because: 'the Java sample team.info.json has it',
  },
  {
    of: ['emoji.list'],
    set: { emoji: 'emoji', cache_ts: 'ts' },
    because: 'it names no fields of this answer; the Java sample has them',
  },
  {
    of: ['admin.emoji.list'],
    set: { emoji: 'kept_emoji', response_metadata: 'next' },
    because: 'it names no fields of this answer; the Java sample has them',
  },
  {
    of: ['api.test'],
    set: { 'args?': 'object' },
    because: 'it names no fields of this answer; the Java sample has what was sent',
  },

  // What is not here.
  {
    of: ['user'],
    is: 'person',
    because: 'there is no Enterprise Grid, whose people are the other kind',
  },
  {
    of: ['message'],
    drop: ['comment?', 'file?'],
    because: 'comments of files ended in 2018, and so did a single file',
  },
  {
    of: ['reactions.get'],
    is: 'reactions.get.1',
    because: 'files come with an issue of their own, and comments of files ended in 2018',
  },
  {
    of: ['reactions.list.items.item'],
    is: 'reactions.list.items.item.1',
    because: 'files come with an issue of their own, and comments of files ended in 2018',
  },
  {
    of: ['stars.list.items.item'],
    is: 'stars.list.items.item.1 | stars.list.items.item.4 | stars.list.items.item.5 | stars.list.items.item.6',
    because: 'files come with an issue of their own, and comments of files ended in 2018',
  },
  {
    of: ['pins.list.1.items.item'],
    is: 'pins.list.1.items.item.2',
    because: 'files come with an issue of their own',
  },
  {
    of: ['chat.scheduleMessage.message'],
    set: { 'bot_id?': 'id:B', 'bot_profile?': 'bot_profile' },
    because: 'in Slack an app schedules; a person’s token without an app has no bot',
  },
  {
    of: ['chat.scheduleMessage.message'],
    set: { 'attachments?': 'object[]', 'blocks?': 'blocks', 'metadata?': 'metadata', 'thread_ts?': 'ts' },
    because:
      'the file’s only example is of plain text; what else was scheduled is answered as chat.postMessage does',
  },
  {
    of: ['chat.scheduledMessages.list.scheduled_messages.item'],
    set: { 'error?': 'string', 'thread_ts?': 'ts' },
    because: 'ours: why one was not posted, and of which thread it is',
  },
  {
    of: ['bots.info.bot', 'bot_profile'],
    set: { app_id: "id:A | ''" },
    because: 'there are no apps; docs/slack-compatibility.md says so',
  },
  {
    of: ['bots.info.bot.icons'],
    set: { 'image_36?': 'string', 'image_48?': 'string', 'image_72?': 'string' },
    because: 'bots have no pictures; docs/slack-compatibility.md says so',
  },

  // What we add, and Slack’s clients pass over.
  {
    of: ['message'],
    set: { seq: 'integer', rev: 'integer', 'ordinal?': 'integer', 'mrkdwn?': 'false' },
    because: 'ours: the place in the log, and that the text is no markup',
  },
  {
    of: ['conversations.history', 'conversations.replies'],
    set: { head: 'integer' },
    because: 'ours: where the log was when the page was read',
  },
  {
    of: ['im'],
    set: {
      creator: 'id:U/W',
      is_archived: 'boolean',
      is_channel: 'false',
      is_ext_shared: 'boolean',
      is_general: 'false',
      is_group: 'false',
      is_im: 'true',
      'is_member?': 'boolean',
      is_mpim: 'false',
      is_pending_ext_shared: 'boolean',
      is_private: 'true',
      is_shared: 'boolean',
      'num_members?': 'integer',
      'priority?': 'number',
      'pending_shared?': 'id:T[]',
      'unlinked?': 'integer',
    },
    because: 'ours: every conversation has all the flags, so that whoever reads one need not know its kind',
  },
];
