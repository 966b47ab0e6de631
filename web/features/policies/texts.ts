export const policyTexts = {
  lede: 'What is allowed here. It holds from the next call on, for everybody who is in.',
  joining: 'Who comes in',
  signUp: 'Signing up without an invitation',
  signUps: {
    closed: 'Nobody new gets an account, also not by an invitation.',
    invite: 'Only by an invitation.',
    domain: 'Whoever has an address at one of these domains, and whoever is invited.',
    open: 'Anybody may make an account. It leads into no workspace by itself.',
  },
  domains: (domains: readonly string[]) => domains.join(', '),
  ofDeployment:
    'An account is not of one workspace but of the whole deployment, so who gets one is for whoever runs that to say: by SIGN_UP_POLICY, and SIGN_UP_DOMAINS for domains, in its wrangler.toml. An account alone leads into no workspace. Who is let into this one is yours to say, above.',
  invites: 'Who makes invitations',
  invitesBy: { everybody: 'Everybody but guests', admins: 'Admins and owners' },
  invitesHelp: 'Links that members made before let nobody in while this is for admins and owners alone.',
  messages: 'Messages',
  edit: 'Editing one’s own messages',
  windows: {
    '-1': 'Always',
    '1440': 'For a day',
    '60': 'For an hour',
    '5': 'For 5 minutes',
    '1': 'For a minute',
    '0': 'Never',
  } as Readonly<Record<string, string>>,
  minutes: (count: number) => `For ${count} minutes`,
  deletion: 'Deleting messages',
  deletions: { everybody: 'Everybody their own', admins: 'Admins and owners alone' },
  deletionHelp:
    'Admins and owners can delete every message. Programs keep what they say up to date by themselves.',
  saved: 'Saved.',
} as const;
