import { say, type Conversation } from './story.ts';

export const random: Conversation = {
  kind: 'public',
  name: 'random',
  forGuests: true,
  lines: [
    say(
      'priya',
      'My cat walked over the keyboard during stand-up and typed a valid regular expression. It matches every ferry that starts with a vowel.',
      { reactions: { cat: ['lucia', 'amara', 'wes', 'elena'], joy: ['tomas', 'jun', 'callum'] } },
    ),
    say('tomas', 'Has the cat a GitHub account? We have an opening.'),
    say(
      'henrik',
      'Friday quiz, no searching: which of our harbours is further north than Reykjavík and still never freezes?',
      {
        replies: [
          say('adaeze', 'Havsøy?'),
          say('callum', 'Is it the one with the sauna that Wes talks about?'),
          say('wes', 'All of them should have a sauna.', { reactions: { '100': ['callum', 'maren'] } }),
          say('henrik', 'Adaeze has it. Havsøy, thanks to the current. The prize is a very small flag.', {
            reactions: { tada: ['adaeze'] },
          }),
        ],
      },
    ),
    say('amara', 'Dakar, 27 degrees, a breeze, mangoes at the corner. I say this only to be informative.', {
      reactions: { sob: ['callum', 'sofie', 'henrik'], mango: ['priya', 'ravi'] },
    }),
    say('callum', 'Oban, 4 degrees, sideways rain, chips. I also only inform.'),
    say(
      'lucia',
      'I am looking for a book for the ten-hour flight in December. Sea, weather, no murders, please.',
      {
        replies: [
          say('noor', '“The Summer Book” by Tove Jansson. An island, a grandmother, no murders.'),
          say('elena', 'Seconded. And it is short enough to read twice.'),
          say('lucia', 'Ordered. Thank you, this is why I come to work.', {
            reactions: { books: ['noor', 'elena'] },
          }),
        ],
      },
    ),
    say('jun', 'Lunch today was a boat. A sushi boat. I thought of all of you.', {
      reactions: { sushi: ['priya', 'wes', 'lucia'], sailboat: ['henrik', 'maren'] },
    }),
    say(
      'ravi',
      'Whoever ordered 200 puffin stamps on the company card: approved. I would just like to meet you.',
      {
        reactions: { bird: ['maren', 'callum', 'sofie', 'wes'] },
      },
    ),
  ],
};
