import { say, type Conversation } from './story.ts';

/** What only those in it see. */
export const closed: readonly Conversation[] = [
  {
    kind: 'private',
    name: 'hiring',
    people: ['maren', 'tomas', 'noor', 'ravi'],
    lines: [
      say(
        'tomas',
        'Two strong candidates for the data role. Both did the harbour exercise in under an hour.',
      ),
      say('noor', 'I liked how the second one asked what happens when the boat does not come.', {
        reactions: { '100': ['tomas', 'maren'] },
      }),
      say('maren', 'That question alone is worth a second talk. Can we meet her on Monday?', {
        replies: [
          say('ravi', 'Monday is fine for the budget as well. I checked twice, since you would ask twice.'),
          say('tomas', 'Invited. And I will write to the other one today, he deserves a quick answer.'),
        ],
      }),
    ],
  },
  {
    kind: 'private',
    name: 'summer-meetup',
    people: ['maren', 'sofie', 'ravi', 'callum', 'lucia'],
    lines: [
      say(
        'sofie',
        'Secret until the release is out: the meet-up in June is on *Kettle Island*. The whole team, four days, one ferry.',
        { reactions: { heart_eyes: ['lucia', 'callum'], ferry: ['maren'] } },
      ),
      say('callum', 'Mrs. MacNab has offered the schoolhouse. She has also offered to teach us to row.'),
      say('ravi', 'Insurance would like to know how many of us can swim.', {
        edited: 'Insurance would like to know how many of us can swim. Please answer honestly.',
        reactions: { joy: ['sofie', 'lucia', 'callum', 'maren'] },
      }),
      say('lucia', 'I will draw the invitation. It will have a fat mast.', {
        reactions: { 'fat-mast': ['sofie', 'callum', 'maren'] },
      }),
    ],
  },
  {
    kind: 'direct',
    name: 'maren and tomas',
    people: ['maren', 'tomas'],
    lines: [
      say('maren', 'How is everybody, really? It has been a long stretch.'),
      say('tomas', 'Tired and proud. Priya should take the Monday off after on-call, I will tell her today.'),
      say(
        'maren',
        'Please do, and take one yourself. I can watch the dashboards, I know where the green is.',
      ),
      say('tomas', 'Deal. Thank you for asking.', { reactions: { heart: ['maren'] } }),
    ],
  },
  {
    kind: 'direct',
    name: 'lucia, jun and adaeze',
    people: ['lucia', 'jun', 'adaeze'],
    lines: [
      say('lucia', 'The new dot on the tide curve: can both of you show me a screenshot before I freeze it?'),
      say('jun', 'Here it is six pixels, on the widget four. It looks like a tiny buoy.'),
      say('adaeze', 'Same on mine. I called it `buoy` in the code, I hope that is fine.', {
        reactions: { heart: ['lucia', 'jun'] },
      }),
      say('lucia', 'It is more than fine. Renaming it in the file right now.'),
    ],
  },
];
