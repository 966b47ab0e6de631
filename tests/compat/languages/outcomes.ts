/** What came of a step. A fault is none of the API's: the client could not read what it got. */
export type Outcome = { readonly found: unknown } | { readonly refusal: string } | { readonly fault: string };

interface Facts {
  readonly person: string;
  readonly bot: string;
  readonly channel: string;
  /** How many channels and people the workspace has when the program starts. */
  readonly channels: number;
  readonly people: number;
}

/** What Slack documents for the steps of the programs beside this. */
export const outcomes = ({
  person,
  bot,
  channel,
  channels,
  people,
}: Facts): readonly (readonly [step: string, outcome: Outcome])[] => [
  ['who a person is', { found: person }],
  ['who a bot is', { found: bot }],
  ['a token that is none', { refusal: 'invalid_auth' }],
  ['a channel that is none', { refusal: 'channel_not_found' }],
  ['post words and blocks', { found: channel }],
  ['reply to the channel too', { found: channel }],
  ['read the thread', { found: ['ünï &amp; &lt;x&gt; "y"', 'aloud'] }],
  ['edit', { found: 'changed' }],
  ['read one', { found: ['changed', 1, 1, true] }],
  ['say to one alone', { found: true }],
  ['find its address', { found: true }],
  ['react', { found: true }],
  ['react again', { refusal: 'already_reacted' }],
  ['read reactions', { found: ['tada', 1] }],
  ['pin', { found: true }],
  ['list pins', { found: true }],
  ['unpin', { found: true }],
  ['unpin again', { refusal: 'no_pin' }],
  ['star', { found: true }],
  ['list stars', { found: true }],
  ['keep a link', { found: ['a page', 0] }],
  ['be reminded', { found: ['lunch', 1] }],
  ['be reminded in words', { refusal: 'cannot_parse' }],
  ['plan', { found: [1, 'later'] }],
  ['walk channels by pages', { found: channels }],
  ['walk people by pages', { found: people }],
  ['find by address', { found: person }],
  ['have a photo', { found: true }],
  ['have a status', { found: ['at “sea”', ':ship:'] }],
  ['make a private channel with people in it', { found: [true, 3, 'ships'] }],
  ['invite who is there', { refusal: 'already_in_channel' }],
  ['write to one person', { found: [true, true] }],
  ['make a user group', { found: true }],
  ['delete', { found: true }],
  ['delete again', { refusal: 'message_not_found' }],
];
