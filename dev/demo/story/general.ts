import { say, type Conversation } from './story.ts';

export const general: Conversation = {
  kind: 'public',
  name: 'general',
  forGuests: true,
  topic: '2.4 goes out on Thursday · offline timetables for 31 islands',
  purpose: 'What everybody should know. Small talk has a channel of its own.',
  bookmarks: [{ title: 'Plan of the week', link: 'https://example.com/plan', emoji: ':calendar:' }],
  lines: [
    say(
      'maren',
      'Good morning from a very wet quay. This is the week: 2.4 with *offline timetables* goes out on Thursday, and 31 islands have been waiting for it since spring. Thank you for getting us this far.',
      { reactions: { tada: ['tomas', 'noor', 'sofie', 'amara'], ferry: ['callum', 'henrik', 'wes'] } },
    ),
    say(
      'noor',
      'Plan for the week, so that nobody has to ask:\n• *Mon* strings frozen, @elena gets the last batch\n• *Tue* release candidate to testers\n• *Wed* go or no-go, 15:00 UTC in #release-2-4\n• *Thu* 5 %, then 25 %\n• *Fri* everybody, and cake',
      {
        edited:
          'Plan for the week, so that nobody has to ask:\n• *Mon* strings frozen, @elena gets the last batch\n• *Tue* release candidate to testers\n• *Wed* go or no-go, 14:00 UTC in #release-2-4 (an hour earlier, for Jun)\n• *Thu* 5 %, then 25 %\n• *Fri* everybody, and cake',
        reactions: { cake: ['ravi', 'wes', 'priya', 'lucia'], pray: ['jun'] },
        isPinned: true,
        replies: [
          say('jun', '15:00 UTC is midnight for me. I can do it, but I will be wearing pyjamas.'),
          say('noor', 'Moved to 14:00. Pyjamas remain optional.', { reactions: { joy: ['jun', 'adaeze'] } }),
          say('ravi', 'Which cake, though? I am only asking because I sign the receipts.'),
          say('noor', 'Lemon. It is in the plan now, so it cannot be changed without a ticket.'),
        ],
      },
    ),
    say(
      'ravi',
      'Receipts for October are due today. If you bought a train ticket, a monitor or a surprising number of sticky notes, please forward it before you forget it exists.',
      { reactions: { white_check_mark: ['henrik', 'sofie', 'lucia'] } },
    ),
    say('sofie', 'The launch post is drafted and needs two things: a true number and a nice photo.', {
      replies: [
        say('henrik', 'True number: 1,904 departures a day, all of them stored on the phone in 3.1 MB.'),
        say('callum', 'Nice photo: I have one of the Kettle Island slipway at six this morning, no filter.', {
          reactions: { heart_eyes: ['sofie', 'maren', 'lucia'] },
        }),
        say('sofie', 'Both perfect. Thank you, I am done before lunch for the first time in my life.'),
      ],
    }),
    say(
      'wes',
      'Introducing myself properly now that I have survived two weeks: I am Wes, I answer the Pacific half of support from a houseboat in Vancouver, and yes, I do check the tide before every stand-up.',
      {
        reactions: {
          wave: ['maren', 'callum', 'amara', 'tomas', 'noor', 'elena'],
          anchor: ['henrik', 'adaeze'],
        },
      },
    ),
    say('callum', 'A proper colleague at last. Does the houseboat have a kettle?'),
    say('wes', 'Two. One is for guests.', { reactions: { tea: ['callum', 'priya'] } }),
    say(
      'amara',
      'The test phones are back from repair, all nine of them. The oldest one still believes that it is 2019; I have decided to let it be happy.',
      { reactions: { joy: ['adaeze', 'priya', 'jun'] } },
    ),
    say(
      'maren',
      'The harbour board of Havsøy signed for two more years. They asked for one thing in return: that we never change the sound of the departure bell. @lucia, I promised on your behalf.',
      {
        reactions: { tada: ['ravi', 'noor', 'sofie', 'tomas'], bell: ['lucia', 'henrik'] },
        replies: [say('lucia', 'The bell is sacred. I recorded it there myself, in a borrowed raincoat.')],
      },
    ),
    say(
      'tomas',
      'Reminder: on-call hands over on Wednesday from Priya to me. The notes are pinned in #engineering.',
    ),
  ],
};
