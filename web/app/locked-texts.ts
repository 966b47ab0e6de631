/** Of a page that comes once a workspace is locked. */
export const lockedTexts = {
  signedOutTitle: 'You are signed out',
  signedOutLede: 'Sign in to go on.',
  revokedTitle: 'This session was ended',
  revokedLede:
    'By you on another device, or by an admin. Drafts and unsent messages wait on this device for you.',
  changedTitle: 'Somebody else signed in here',
  changedLede:
    'This browser now belongs to another person of this workspace. What you wrote is kept for you.',
  outdatedTitle: 'There is a newer Edgewise',
  outdatedLede: 'This page is too old for the server. Reloading takes a second and loses nothing.',
} as const;
