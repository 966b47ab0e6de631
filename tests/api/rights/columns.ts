/** Who calls, and with what. The first four never come to a right of their own. */
export const columns = [
  'none',
  'revoked',
  'kind',
  'scope',
  'other',
  'apart',
  'guest',
  'single',
  'bot',
  'member',
  'admin',
  'owner',
] as const;
export type Column = (typeof columns)[number];

/** Of the workspace itself: those whom an owner wonders about. */
export type RoleColumn = Exclude<Column, 'none' | 'revoked' | 'kind' | 'scope' | 'other'>;

export const aboutColumns: { readonly [Name in Column]: string } = {
  none: 'no token',
  revoked: 'a token that was revoked',
  kind: 'a token of a kind that the method does not take',
  scope: 'an owner’s token with every scope but the one',
  other: 'the owner of another workspace, who names what is in this one',
  apart: 'a full member who is not in the channel',
  guest: 'a guest of several channels, in the channel',
  single: 'a guest of one channel, another one',
  bot: 'a bot, in the channel',
  member: 'a full member, in the channel',
  admin: 'an admin, in the channel',
  owner: 'an owner, in the channel',
};
