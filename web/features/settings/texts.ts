export const settingsTexts = {
  title: 'Settings',
  back: 'Back to channels',
  backToList: 'Back to the settings',
  sections: { you: 'You', workspace: 'Workspace' },
  pages: {
    profile: 'Profile',
    preferences: 'Preferences',
    account: 'Sign-in',
    access: 'Sessions and tokens',
    workspace: 'General',
    policies: 'Policies',
    emoji: 'Emoji',
    directory: 'Directory',
    people: 'People',
    groups: 'Groups',
    invitations: 'Invitations',
    bots: 'Bots',
  },
  loading: 'Loading',
  showMore: (count: number) => `Show ${count} more`,
  retry: 'Try again',
  hidden: 'There is nothing here',
  hiddenLede: 'The page does not exist, or your role does not see it.',
  toFirst: 'Go to the settings',
} as const;

/** What any of these methods may answer; a feature has words for the rest. */
const known: Readonly<Record<string, string>> = {
  not_an_admin: 'Only admins and owners may do this.',
  not_an_owner: 'Only owners may do this: it concerns an owner or an admin.',
  restricted_action: 'Your role does not allow this.',
  user_not_found: 'There is no such person here any more.',
  not_authed: 'Sign in again to see this.',
  invalid_auth: 'Sign in again to see this.',
  ratelimited: 'Too fast. Wait a minute, then try again.',
  unreachable: 'The server did not answer. Try again.',
};
export const commonProblem = (error: string): string =>
  known[error] ?? 'That did not work. Try again in a moment.';
