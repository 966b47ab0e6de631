export const landingTexts = {
  title: 'Team messaging on your own ground',
  hero: 'Talk with your team, on your own ground',
  lede: 'Channels, threads and reactions, quick and quiet, on the Cloudflare account that your team already owns.',
  start: 'Create a workspace',
  signIn: 'Sign in',
  open: (team: string) => `Open ${team}`,
  yours: 'Your workspaces',
  sample: 'A conversation in Edgewise',
  facts: [
    {
      title: 'Yours',
      text: 'Accounts and messages live on your account. Nobody in between reads along.',
    },
    {
      title: 'Your bots work',
      text: 'It speaks Slack’s Web API by its own names. Change one address, keep the scripts.',
    },
    {
      title: 'It stays put',
      text: 'No jumping scroll, no lagging composer, and a link to every message and thread.',
    },
  ],
  terminal: 'Four lines from a terminal',
  foot: 'Apache 2.0',
} as const;

/** The picture of a conversation. */
export const sample = [
  {
    id: 'U1',
    name: 'Henrik Lindqvist',
    time: '09:12',
    text: 'On the night the clocks went back, the 02:30 sailed twice in our data and zero times in the harbour.',
    reactions: [
      { emoji: '👀', count: 3, isOwn: true },
      { emoji: '⛴️', count: 2, isOwn: false },
    ],
    replies: 4,
  },
  {
    id: 'U4',
    name: 'Noor Haddad',
    time: '09:20',
    text: 'Then it blocks the release. Someone on a quay at night must never see an empty page.',
    reactions: [],
    replies: 0,
  },
  {
    id: 'U6',
    name: 'Tomás Ferreira',
    time: '09:24',
    text: 'Fixed, with a test for both nights of the year. Two boats became one again.',
    reactions: [{ emoji: '🎉', count: 5, isOwn: true }],
    replies: 0,
  },
] as const;
