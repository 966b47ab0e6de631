/** What any method can answer, in the order in which it is checked, with what a person can do about it. */
export const commonErrors = {
  unknown_method: 'There is no method of this name. See docs/api.md.',
  request_too_large: 'The body is too large.',
  invalid_post_type: 'Send a form, JSON or multipart.',
  invalid_form_data: 'The form could not be read.',
  invalid_json: 'The body is not JSON.',
  json_not_object: 'The body is JSON, but no object.',
  not_authed: 'No token came. Send it as `Authorization: Bearer …` or as `token` in the body of a POST.',
  invalid_auth: 'The token is not known here, or came in the URL. Make a new one, send it in the header.',
  account_inactive: 'This person was deactivated. An owner can reactivate them.',
  token_revoked: 'This token was revoked. Make a new one.',
  token_expired: 'This session is over. Sign in again.',
  not_allowed_token_type: 'This method takes another kind of token.',
  missing_scope: 'The token lacks the scope that `needed` names.',
  ratelimited: 'Too many calls. Wait for `Retry-After` seconds.',
  invalid_arguments: 'An argument is missing or wrong; `response_metadata.messages` names it.',
  service_unavailable: 'A part did not answer in time; the work goes on. Call again: a repeat is safe.',
  internal_error: 'A fault of ours. It was logged under the answer’s x-slack-req-id.',
} as const;
export type CommonError = keyof typeof commonErrors;
