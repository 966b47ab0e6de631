import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { isReservedName, joinRealName, splitRealName } from '../naming/real-name.ts';
import { isTimeZone } from '../time-zone/time-zone.ts';
import type { ProfileFacts } from './profile-facts.ts';

export type ProfileError =
  'invalid_profile' | 'too_long' | 'reserved_name' | 'must_clear_both_status_text_and_status_emoji';

/** By Slack's names, and how long each may be. What is not here is ignored: the address belongs to the account. */
const texts = {
  real_name: 50,
  first_name: 50,
  last_name: 50,
  display_name: 80,
  title: 100,
  phone: 50,
  skype: 80,
  pronouns: 50,
  status_text: 100,
  status_emoji: 100,
  tz: 60,
} as const;
type TextName = keyof typeof texts;
type Given = Partial<Record<TextName, string>>;

/** What a profile becomes by the fields that a caller sent: all of them or, with the first fault, none. */
export function decideProfile(
  facts: ProfileFacts,
  fields: Readonly<Record<string, unknown>>,
): Outcome<{ facts: ProfileFacts }, ProfileError> {
  const read = decideProfileTexts(fields);
  if (!read.ok) return read;
  const { given } = read;
  const named = decideNames(facts, given);
  if (!named.ok) return named;
  const status = decideStatus(facts, given, fields['status_expiration']);
  if (!status.ok) return status;
  const changed: ProfileFacts = {
    ...facts,
    ...named.names,
    ...status.status,
    title: given.title ?? facts.title,
    phone: given.phone ?? facts.phone,
    skype: given.skype ?? facts.skype,
    pronouns: given.pronouns ?? facts.pronouns,
    tz: given.tz ?? facts.tz,
  };
  return accept({ facts: changed });
}

/** The texts among these fields, if each by itself can be one of anybody's. */
export function decideProfileTexts(
  fields: Readonly<Record<string, unknown>>,
): Outcome<{ given: Given }, 'invalid_profile' | 'too_long'> {
  const given: Given = {};
  for (const [name, lengthMax] of Object.entries(texts) as [TextName, number][]) {
    const value = fields[name];
    if (value === undefined) continue;
    if (typeof value !== 'string') return refuse('invalid_profile', say(`${name} must be a text`));
    if (value.length > lengthMax) {
      return refuse('too_long', say(`${name} is longer than ${lengthMax} characters`));
    }
    given[name] = value.trim();
  }
  return given.tz !== undefined && !isTimeZone(given.tz)
    ? refuse('invalid_profile', say('tz is no time zone'))
    : accept({ given });
}

type Names = Pick<ProfileFacts, 'realName' | 'firstName' | 'lastName' | 'displayName'>;

/** A full name sets its two parts; a part sets the full name. */
function decideNames(
  facts: ProfileFacts,
  given: Given,
): Outcome<{ names: Names }, 'invalid_profile' | 'reserved_name'> {
  const { real_name: realName, first_name: firstName, last_name: lastName } = given;
  let names: Names = { ...facts, displayName: given.display_name ?? facts.displayName };
  if (realName !== undefined) names = { ...names, realName, ...splitRealName(realName) };
  if (firstName !== undefined || lastName !== undefined) {
    const parts = { firstName: firstName ?? names.firstName, lastName: lastName ?? names.lastName };
    names = { ...names, ...parts, realName: joinRealName(parts.firstName, parts.lastName) };
  }
  if (names.realName === '') return refuse('invalid_profile', say('real_name must not be empty'));
  const changed = [realName, firstName, lastName, given.display_name];
  if (changed.some((name) => name !== undefined && isReservedName(name))) {
    return refuse('reserved_name', say('the name calls people'));
  }
  const { displayName, ...rest } = names;
  return accept({
    names: { realName: rest.realName, firstName: rest.firstName, lastName: rest.lastName, displayName },
  });
}

type Status = Pick<ProfileFacts, 'statusText' | 'statusEmoji' | 'statusExpiration'>;

function decideStatus(
  facts: ProfileFacts,
  given: Given,
  expiration: unknown,
): Outcome<{ status: Status }, 'invalid_profile' | 'must_clear_both_status_text_and_status_emoji'> {
  const { status_text: text, status_emoji: emoji } = given;
  const isHalfCleared =
    (text === '' && emoji === undefined && facts.statusEmoji !== '') ||
    (emoji === '' && text === undefined && facts.statusText !== '');
  if (isHalfCleared) return refuse('must_clear_both_status_text_and_status_emoji');
  const until = expiration === undefined ? undefined : secondsOf(expiration);
  if (expiration !== undefined && until === undefined) {
    return refuse('invalid_profile', say('status_expiration must be whole seconds since 1970, or 0'));
  }
  const isSet = text !== undefined || emoji !== undefined;
  const statusText = text ?? facts.statusText;
  // As in Slack, words without a picture get the bubble.
  const statusEmoji = (emoji ?? facts.statusEmoji) || (statusText === '' ? '' : ':speech_balloon:');
  const isCleared = statusText === '' && statusEmoji === '';
  const statusExpiration = isCleared ? 0 : (until ?? (isSet ? 0 : facts.statusExpiration));
  return accept({ status: { statusText, statusEmoji, statusExpiration } });
}

/** A form has only texts. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}

const say = (what: string) => ({ messages: [`[ERROR] profile: ${what}`] });
