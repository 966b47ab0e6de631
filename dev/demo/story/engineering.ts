import { say, type Conversation } from './story.ts';

export const engineering: Conversation = {
  kind: 'public',
  name: 'engineering',
  topic: 'Freeze for 2.4: fixes only, two pairs of eyes on each',
  bookmarks: [
    { title: 'Runbook', link: 'https://example.com/runbook', emoji: ':blue_book:' },
    { title: 'Dashboards', link: 'https://example.com/dashboards', emoji: ':chart_with_upwards_trend:' },
  ],
  people: ['maren', 'tomas', 'priya', 'jun', 'adaeze', 'henrik', 'amara', 'noor'],
  lines: [
    say(
      'lighthouse',
      'Deployed `timetable-api` 2.4.0-rc1 to staging. 212 tests passed, 0 failed. Started by Priya.',
      { reactions: { rocket: ['priya', 'tomas'] } },
    ),
    say(
      'henrik',
      'Found a lovely one. On the night the clocks went back, the 02:30 to Inish Corra sailed twice in our data and zero times in the harbour.',
      {
        reactions: { eyes: ['tomas', 'priya', 'amara'], joy: ['jun'] },
        replies: [
          say(
            'priya',
            'We store departures as local time plus a zone, and expand them at read time. 02:30 exists twice that night, so it got both.',
          ),
          say('henrik', 'The operator says: “the boat leaves at half past two, once, like a boat”.', {
            reactions: { joy: ['priya', 'tomas', 'adaeze', 'amara'] },
          }),
          say(
            'tomas',
            'Then the rule is: the first of the two, unless the timetable says otherwise. Does any operator sail in the second hour?',
          ),
          say('henrik', 'One. The night mail to Kettle, and they write “new time” next to it by hand.'),
          say(
            'priya',
            'I will add `fold` to the departure, default 0, and a test for both nights of the year. Small change, one migration.',
            { reactions: { '+1': ['tomas', 'henrik', 'amara'] } },
          ),
        ],
      },
    ),
    say(
      'jun',
      'Offline store on iOS: first open is 340 ms on the oldest phone we support, down from 2.1 s. The trick was to stop parsing 1,904 dates that nobody was looking at.',
      {
        reactions: { fire: ['adaeze', 'tomas', 'noor'], clap: ['priya', 'amara'] },
        replies: [
          say('adaeze', 'Parsing lazily as well on Android? I still do the whole day up front.'),
          say('jun', 'Yes, per harbour. I left the comparison in the design note, with the graph you like.'),
          say('adaeze', 'You know me too well. Trying it now.'),
          say('adaeze', '610 ms to 290 ms. I owe you a coffee, redeemable in any time zone.', {
            edited: '610 ms to 270 ms on the second try. I owe you a coffee, redeemable in any time zone.',
            reactions: { coffee: ['jun'] },
          }),
        ],
      },
    ),
    say(
      'amara',
      'The airplane-mode test is green on all nine phones. I also tried it in an actual cellar, for honesty.',
      { reactions: { raised_hands: ['jun', 'adaeze', 'tomas', 'noor'] } },
    ),
    say(
      'tomas',
      'Question for the room: the sync asks for changes since a timestamp. Two of our feeds have clocks that are minutes off. Can we ask for changes since a *version* instead?',
      {
        replies: [
          say('priya', 'Yes please. A counter per feed, bumped in the same transaction as the change.'),
          say('henrik', 'From the data side that is a relief: I have seen a feed from next Tuesday.'),
          say('tomas', 'Good, written down as a decision. Priya takes it after 2.4, not before.'),
        ],
      },
    ),
    say(
      'priya',
      'On-call notes for this week: one page on Tuesday night (disk on the feed importer at 91 %), cause was last year’s PDFs. Moved them out, alert is back to green. Nothing else woke me, which is how I like it.',
      { reactions: { sleeping: ['tomas'], pray: ['maren'] } },
    ),
    say(
      'adaeze',
      'Heads-up: on Android 9 with less than 50 MB free, the offline store throws on its first write and we show an empty timetable. An empty timetable is worse than no timetable.',
      {
        reactions: { eyes: ['tomas', 'amara', 'noor'] },
        replies: [
          say('amara', 'Reproduced on the phone from 2019. It is no longer happy.'),
          say('tomas', 'Does it block the release?'),
          say(
            'adaeze',
            'I think so. The fix is small: keep yesterday’s file until the new one is complete, and say so when there is no room.',
          ),
          say('noor', 'Agreed, it blocks. Someone on a quay at night must never see an empty page.', {
            reactions: { '100': ['maren', 'henrik', 'adaeze'] },
          }),
          say('adaeze', 'Pull request is up, with a test that fills the disk first.'),
          say('amara', 'Verified on three phones. The old one forgives you.', {
            reactions: { tada: ['adaeze', 'tomas'] },
          }),
        ],
      },
    ),
    say('lighthouse', 'Deployed `timetable-api` 2.4.0-rc2 to staging. 219 tests passed, 0 failed.'),
    say(
      'tomas',
      'Seven new tests between the two candidates and every one of them has a story. That is the kind of number I like.',
    ),
  ],
};
