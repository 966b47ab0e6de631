import * as v from 'valibot';

/**
 * Ids as Slack writes them: a letter for the kind, then eleven of A–Z0–9, of which the first names the
 * workspace's home region (`0` today, reserved so that location hints can come without new ids).
 * Each kind is branded, so that a user id cannot stand where a channel id is wanted.
 */
const idOf = <const Name extends string>(letters: string, name: Name) =>
  v.pipe(v.string(), v.regex(patternOf(letters), `not a ${name} id`), v.brand(name));

const patternOf = (letters: string): RegExp => new RegExp(`^[${letters}][A-Z0-9]{11}$`);

export const TeamId = idOf('T', 'TeamId');
/** Slack's id of Slackbot, which each workspace has: the only one of another form. */
const slackbot = 'USLACKBOT';
const ofUser = new RegExp(`^(?:U[A-Z0-9]{11}|${slackbot})$`);
export const UserId = v.pipe(v.string(), v.regex(ofUser, 'not a UserId id'), v.brand('UserId'));
export const BotId = idOf('B', 'BotId');
export const ChannelId = idOf('CDG', 'ChannelId');
export const UsergroupId = idOf('S', 'UsergroupId');
export const InvitationId = idOf('I', 'InvitationId');
/** A session or a token of one person, as listed and revoked; its secret is another thing. */
export const CredentialId = idOf('K', 'CredentialId');

/** A message that its author's Member will post. */
export const ScheduledMessageId = idOf('Q', 'ScheduledMessageId');

/** What its person wants to be reminded of: two letters, as Slack's. */
const ofReminder = /^Rm[A-Z0-9]{11}$/;
export const ReminderId = v.pipe(
  v.string(),
  v.regex(ofReminder, 'not a ReminderId id'),
  v.brand('ReminderId'),
);
/** Slack's bookmarks have two letters. */
export const BookmarkId = v.pipe(
  v.string(),
  v.regex(/^Bk[A-Z0-9]{10}$/, 'not a bookmark’s id'),
  v.brand('BookmarkId'),
);
export type BookmarkId = v.InferOutput<typeof BookmarkId>;

export type TeamId = v.InferOutput<typeof TeamId>;
export type UserId = v.InferOutput<typeof UserId>;
export type BotId = v.InferOutput<typeof BotId>;
export type ChannelId = v.InferOutput<typeof ChannelId>;
export type UsergroupId = v.InferOutput<typeof UsergroupId>;
export type InvitationId = v.InferOutput<typeof InvitationId>;
export type CredentialId = v.InferOutput<typeof CredentialId>;
export type ReminderId = v.InferOutput<typeof ReminderId>;
export type ScheduledMessageId = v.InferOutput<typeof ScheduledMessageId>;

// By the pattern alone: a client that asks needs no schema.
const ofTeam = patternOf('T');
const ofChannel = patternOf('CDG');
const ofUsergroup = patternOf('S');
const ofInvitation = patternOf('I');
const ofCredential = patternOf('K');
const ofScheduledMessage = patternOf('Q');
export const isChannelId = (text: string): text is ChannelId => ofChannel.test(text);
export const isUserId = (text: string): text is UserId => ofUser.test(text);
export const isUsergroupId = (text: string): text is UsergroupId => ofUsergroup.test(text);
export const isInvitationId = (text: string): text is InvitationId => ofInvitation.test(text);
export const isBotId = (text: string): text is BotId => v.is(BotId, text);
export const isCredentialId = (text: string): text is CredentialId => ofCredential.test(text);
export const isScheduledMessageId = (text: string): text is ScheduledMessageId =>
  ofScheduledMessage.test(text);
export const isReminderId = (text: string): text is ReminderId => ofReminder.test(text);
export const isTeamId = (text: string): text is TeamId => ofTeam.test(text);

/** C public and private, D direct, G group direct. */
export type ChannelLetter = 'C' | 'D' | 'G';
export const isDirectId = (id: ChannelId): boolean => !id.startsWith('C');

export const slackbotId = slackbot as UserId;
