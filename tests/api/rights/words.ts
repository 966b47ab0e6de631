/** The words of the matrix, and the code that is answered for each. */
export const words = {
  ok: 'ok',

  noauth: 'not_authed',
  badauth: 'invalid_auth',
  revoked: 'token_revoked',
  kind: 'not_allowed_token_type',
  scope: 'missing_scope',

  /** As what was never created: body for body. */
  hidden: 'channel_not_found',
  outside: 'not_in_channel',
  nobody: 'user_not_found',
  noteam: 'team_not_found',
  nobot: 'bot_not_found',
  nolink: 'invitation_not_found',
  /** Its own word for `hidden`. */
  nochannel: 'invalid_channel',
  nomemo: 'not_found',
  noplan: 'invalid_scheduled_message_id',
  nosession: 'session_not_found',
  nogroup: 'no_such_subteam',
  noone: 'users_not_found',

  role: 'restricted_action',
  denied: 'permission_denied',
  norename: 'not_authorized',
  /** Not of this kind of conversation. */
  wrong: 'method_not_supported_for_channel_type',
  unfit: 'not_supported',
  guest: 'user_is_restricted',
  stranger: 'user_not_visible',
  admins: 'not_an_admin',
  owners: 'not_an_owner',
  notadmin: 'not_admin',
  higher: 'cannot_update_admin_user',
  noedit: 'cant_update_message',
  nodelete: 'cant_delete_message',

  /** A list that is answered, and whether the object is in it. */
  listed: 'listed',
  unlisted: 'not listed',
  /** A socket: followed nothing of what was asked; has no such log. */
  nothing: 'nothing granted',
  reset: 'reset',
  /** Not a frame of this kind of socket. */
  untaken: 'unknown_type',
} as const;
export type Word = keyof typeof words;
/** A cell: a word, or that there is nothing to try. */
export type Cell = Word | '-';

export const isCell = (text: string): text is Cell => text === '-' || Object.hasOwn(words, text);
