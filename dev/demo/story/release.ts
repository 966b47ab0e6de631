import { rolloutAttachments, rolloutBlocks } from './rollout.ts';
import { say, type Conversation } from './story.ts';

export const release: Conversation = {
  kind: 'public',
  name: 'release-2-4',
  people: [
    'maren',
    'tomas',
    'noor',
    'priya',
    'jun',
    'adaeze',
    'henrik',
    'amara',
    'sofie',
    'callum',
    'wes',
    'lucia',
  ],
  lines: [
    say(
      'noor',
      'Tuesday: rc1 is with 60 testers on eleven islands. Please put what you hear in this thread.',
      {
        replies: [
          say('callum', 'Havsøy: works in the tunnel, works in the lee of the mountain, works in the sauna.'),
          say('wes', 'Gabriola: one tester asks if the bell can ring *earlier* in fog. I love our users.'),
          say('adaeze', 'One blocker from my side, details in #engineering. Fix is in review.'),
          say('amara', 'Checked again with rc2: blocker gone, nothing new. 118 of 118 on my list.', {
            reactions: { white_check_mark: ['noor', 'adaeze', 'tomas'] },
          }),
        ],
      },
    ),
    say('noor', '*Go or no-go.* @release-crew, one line each, please: go, or what you need.', {
      replies: [
        say('amara', 'Go.'),
        say('tomas', 'Go. Rollback rehearsed this morning, takes four minutes.'),
        say('jun', 'Go, in pyjamas after all.', { reactions: { joy: ['noor', 'adaeze'] } }),
        say('adaeze', 'Go.'),
        say('henrik', 'Go. All 31 islands have a timetable younger than a day.'),
        say('callum', 'Go. The answers are written, the kettle is on.'),
        say('sofie', 'Go. The post is scheduled for when we reach 25 %.'),
        say('maren', 'Go. And whatever happens tomorrow: this was a good week of work.', {
          reactions: { heart: ['noor', 'tomas', 'lucia', 'priya', 'jun', 'adaeze'] },
        }),
      ],
    }),
    say('lighthouse', 'Skerry 2.4.0 is at *5 %*. Crash-free sessions: 99.93 % (2.3.2: 99.81 %).', {
      reactions: { ship: ['tomas', 'noor', 'jun'], eyes: ['amara'] },
    }),
    say('lighthouse', 'Rollout of Skerry 2.4.0: 25 % of 31 islands, nothing to do.', {
      blocks: rolloutBlocks,
      attachments: rolloutAttachments,
      reactions: { 'skerry-light': ['tomas', 'noor'] },
    }),
    say('priya', 'Sync requests are down by two thirds compared with 2.3. The servers are bored.'),
    say('tomas', 'Bored servers are the nicest servers. Waiting one more hour, then 25 %.'),
    say('lighthouse', 'Skerry 2.4.0 is at *25 %*. Crash-free sessions: 99.94 %.', {
      reactions: { rocket: ['priya', 'adaeze', 'sofie'] },
    }),
    say(
      'jun',
      'One report of a doubled reminder on iOS: somebody had set the same sailing in the widget and in the app. Not new in 2.4, but now visible. Fix can wait for 2.4.1.',
      {
        replies: [
          say('noor', 'Agreed, 2.4.1. Will you write down how you found it? It is a nice catch.'),
          say('jun', 'Done. The secret is that it was my own ferry.', {
            reactions: { joy: ['noor', 'callum'] },
          }),
        ],
      },
    ),
    say('sofie', 'The post is out. Three harbour offices have already shared it, one with a drawing.', {
      reactions: { tada: ['maren', 'noor', 'wes'] },
    }),
    say('lighthouse', 'Skerry 2.4.0 is at *100 %*. Crash-free sessions: 99.94 %.', {
      reactions: {
        tada: ['maren', 'tomas', 'noor', 'priya', 'jun', 'adaeze', 'henrik', 'amara', 'sofie'],
        cake: ['callum', 'wes', 'lucia'],
      },
    }),
    say(
      'maren',
      'I am on the 14:10 with no signal at all, and the next departure is right there on my screen. Sending this from the other side. You built that. Thank you.',
      {
        reactions: { heart: ['tomas', 'noor', 'priya', 'jun', 'adaeze', 'lucia', 'callum', 'wes', 'sofie'] },
      },
    ),
  ],
};
