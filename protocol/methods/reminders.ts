import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { ReminderId, UserId } from '../ids.ts';
import { method } from './method.ts';

const tokens = ['user'] as const;
const tier = 'tier2' as const;

const Reminder = v.object({
  id: ReminderId,
  creator: UserId,
  user: UserId,
  text: v.string(),
  recurring: v.literal(false),
  /** Seconds. */
  time: v.number(),
  complete_ts: v.number(),
});
const named = { reminder: v.pipe(argument.text(40), v.description('a reminder’s id')) };

export const reminders = {
  'reminders.add': method({
    about:
      'Has Slackbot remind the caller, in their direct channel. `time` is seconds since 1970, at most five years ahead, or up to 86400 the seconds from now; words and recurring reminders are not understood.',
    tokens,
    scope: 'reminders:write',
    tier,
    input: v.object({
      text: v.pipe(
        argument.text(3_000),
        v.check((words) => words.trim() !== '', 'must not be empty'),
        v.description('what to be reminded of'),
      ),
      time: v.pipe(argument.text(100), v.description('seconds since 1970, or from now')),
      user: v.optional(v.pipe(argument.person, v.description('the caller; nobody else can be reminded'))),
      recurrence: v.optional(argument.json(v.unknown())),
    }),
    output: v.object({ reminder: Reminder }),
    errors: [
      'cannot_parse',
      'cannot_add_others',
      'cannot_add_others_recurring',
      'cannot_add_bot',
      'cannot_add_slackbot',
      'user_not_found',
    ],
  }),
  'reminders.list': method({
    about: 'The caller’s reminders by time, those that came and those that are done too.',
    tokens,
    scope: 'reminders:read',
    tier,
    input: v.object({}),
    output: v.object({ reminders: v.array(Reminder) }),
    errors: [],
  }),
  'reminders.info': method({
    about: 'One reminder of the caller.',
    tokens,
    scope: 'reminders:read',
    tier,
    input: v.object(named),
    output: v.object({ reminder: Reminder }),
    errors: ['not_found'],
  }),
  'reminders.complete': method({
    about: 'Marks a reminder as done. One that has not come does not come any more.',
    tokens,
    scope: 'reminders:write',
    tier,
    input: v.object(named),
    output: v.object({}),
    errors: ['not_found'],
  }),
  'reminders.delete': method({
    about: 'Deletes a reminder, and takes it back if it has not come.',
    tokens,
    scope: 'reminders:write',
    tier,
    input: v.object(named),
    output: v.object({}),
    errors: ['not_found'],
  }),
};
