import { say, type Conversation } from './story.ts';

export const support: Conversation = {
  kind: 'public',
  name: 'support',
  people: ['maren', 'callum', 'wes', 'noor', 'henrik', 'amara', 'priya', 'sofie'],
  lines: [
    say(
      'callum',
      'A letter came. An actual one, with a stamp, from Mrs. MacNab on Kettle Island:\n> The telephone says the boat is at nine. The boat says the boat is at ten. I believe the boat. Please tell your telephone.',
      {
        reactions: { heart: ['maren', 'wes', 'sofie', 'noor', 'amara'], joy: ['henrik', 'priya'] },
        replies: [
          say(
            'henrik',
            'She is right. Isle Link moved to the winter timetable a week early and did not say so.',
          ),
          say('henrik', 'Corrected, and I have asked them to send us changes *before* they print them.'),
          say('callum', 'I will write back by hand. Does anybody have a nice stamp?'),
          say(
            'maren',
            'Bottom drawer of my desk, the ones with puffins. And put my number in: she should not have to write twice.',
            { reactions: { bird: ['callum', 'sofie'] } },
          ),
        ],
      },
    ),
    say(
      'wes',
      'Overnight: 14 conversations, all answered. Nine were “when does offline arrive”, three were praise, one was a wrong number, and one asks whether the app works on a boat’s own chart plotter.',
      {
        replies: [
          say('noor', 'It does not, but I want to know what they would use it for. Could you ask?'),
          say('wes', 'Asked. She skippers the school boat and wants the departures next to the depth.'),
          say('noor', 'That is the best feature request of the month. Into the list, with her name.', {
            reactions: { '+1': ['wes', 'henrik'] },
          }),
        ],
      },
    ),
    say(
      'amara',
      'For the answers about Android 9: the build from tonight keeps the old timetable when the phone is full. Until then, freeing 50 MB helps.',
      { reactions: { pray: ['callum', 'wes'] } },
    ),
    say('callum', 'Draft of the offline answer, tell me what is unclear:', {
      edited:
        'Draft of the offline answer, tell me what is unclear: “Open the app once where you have a signal. From then on the times of your harbours are on your phone, for thirty days, signal or not.”',
      replies: [
        say('sofie', 'Nothing is unclear. May I steal it for the launch post?'),
        say('callum', 'Steal away. It is the first time that marketing has quoted me.', {
          reactions: { joy: ['sofie', 'wes'] },
        }),
        say(
          'priya',
          'Small correction: it is thirty days for your harbours and three for those you only looked at.',
        ),
        say('callum', 'Added. Nobody will read it and everybody will be grateful.'),
      ],
    }),
    say(
      'henrik',
      'If you get questions about Saturday: Nordsund cancels the 07:40 and 18:15 for the storm. It is in the app since 11:02, with their own words.',
      { reactions: { white_check_mark: ['callum', 'wes'], lightning: ['maren'] } },
    ),
    say(
      'wes',
      'Mrs. MacNab called. She got the letter, likes the puffin, and reports that “the telephone now agrees with the boat”. I have never been so proud of a data correction.',
      {
        reactions: { tada: ['callum', 'henrik', 'maren', 'noor'], heart: ['sofie', 'amara', 'priya'] },
      },
    ),
  ],
};
