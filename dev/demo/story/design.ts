import { say, type Conversation } from './story.ts';

export const design: Conversation = {
  kind: 'public',
  name: 'design',
  forGuests: true,
  people: ['maren', 'lucia', 'noor', 'jun', 'adaeze', 'sofie', 'elena'],
  lines: [
    say(
      'lucia',
      'Three versions of the “you are offline” line, please be honest:\n1. _Showing the timetable of 06:12_\n2. _No connection. These times are from 06:12 today_\n3. _Offline_ (with a small cloud)',
      {
        reactions: { two: ['noor', 'sofie', 'elena', 'adaeze'] },
        replies: [
          say(
            'sofie',
            'Two. It says what happened and what it means. One makes me wonder why I am being told.',
          ),
          say(
            'elena',
            'Two also translates well. In Polish, “offline” with a cloud looks like a weather report.',
            {
              reactions: { joy: ['lucia', 'noor'] },
            },
          ),
          say('noor', 'Two, and the time in bold: it is the only word people need on the quay.'),
          say('lucia', 'Two it is. Thank you, that took four minutes and would have taken me four days.'),
        ],
      },
    ),
    say(
      'adaeze',
      'The tide curve in dark mode: the high-water marks vanish for me. Is it meant to be this blue on that blue?',
      {
        replies: [
          say('lucia', 'It is not. That is the old token. Contrast is 2.1, it should be at least 4.5.'),
          say(
            'lucia',
            'Fixed in the file: lighter line, and high water gets a dot as well as a colour, so that it also works for people who do not see blue as I do.',
            { reactions: { heart: ['adaeze', 'jun', 'maren'] } },
          ),
          say('jun', 'The dot is a good idea. I will take it for the widget too.'),
        ],
      },
    ),
    say(
      'lucia',
      'I went through 40 photos of timetable boards to see how harbours write a cancelled sailing. Nobody strikes it through. They write *NO* in red, once, very large.',
      {
        reactions: { bulb: ['noor', 'maren', 'sofie'] },
        replies: [
          say('maren', 'My father painted one of those boards. He would approve of you.'),
          say(
            'noor',
            'Can we try it? The strike-through has been our most misunderstood pixel for two years.',
          ),
          say('lucia', 'Prototype on Monday after the release. I am already smiling about it.'),
        ],
      },
    ),
    say('elena', 'Strings for 2.4 are done in Polish, German and Gaelic. Two questions are in the sheet.', {
      edited: 'Strings for 2.4 are done in Polish, German and Gaelic. The two questions are answered.',
      reactions: { raised_hands: ['noor', 'lucia', 'sofie'] },
    }),
    say(
      'sofie',
      'A detail that made me happy: in Gaelic the button “Remind me” is now “Cuir nam chuimhne”, and Callum’s grandmother says that it sounds like a person wrote it.',
      { reactions: { heart: ['elena', 'maren', 'lucia', 'noor'] } },
    ),
    say('jun', 'New app icon at 29 px: the mast disappears. Can it be one pixel fatter?'),
    say('lucia', 'A mast may be fat if the boat is small. Uploading now.', {
      reactions: { sailboat: ['jun', 'adaeze'] },
    }),
  ],
};
