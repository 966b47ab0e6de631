import { commonProblem } from '../settings/texts.ts';
import type { Change } from './change-people.ts';
import type { Kind, State } from './find-people.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const peopleTexts = {
  find: 'Find people',
  findHint: 'Name or e-mail',
  role: 'Role',
  state: 'State',
  kinds: {
    all: 'All roles',
    owner: 'Owners',
    admin: 'Admins',
    member: 'Members',
    guest: 'Guests',
    bot: 'Bots',
  } satisfies Record<Kind, string>,
  states: {
    all: 'All states',
    active: 'Active',
    deactivated: 'Deactivated',
  } satisfies Record<State, string>,
  kindOf: { owner: 'Owner', admin: 'Admin', member: 'Member', guest: 'Guest', bot: 'Bot' },
  invite: 'Invite people',
  caption: 'People of the workspace',
  name: 'Name',
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all who are shown',
  actions: 'Actions',
  more: (name: string) => `More about ${name}`,
  roleOf: (name: string, role: string) => `${role}. Change the role of ${name}`,
  you: 'you',
  bot: 'Bot',
  active: 'Active',
  deactivated: 'Deactivated',
  lastOwner: 'The last owner',
  lastOwnerHelp: 'The last owner stays one. Make somebody else an owner first.',
  count: (shown: number, all: number) => (shown === all ? people(all) : `${shown} of ${people(all)}`),
  none: 'Nobody fits. Change what you look for.',
  clear: 'Show everybody',
  alone: 'Nobody else is here yet. Invite the people you work with.',
  changeChannels: 'Change their channels',
  access: 'Sessions and tokens',
  deactivate: 'Deactivate',
  reactivate: 'Reactivate',
  /** Of several. */
  selected: (count: number) => `${count} selected`,
  selectedLabel: 'The selected people',
  changeRole: 'Role',
  deactivateCount: (count: number) => `Deactivate ${count}`,
  reactivateCount: (count: number) => `Reactivate ${count}`,
  roleFor: (role: string, count: number) => `${role} (${count})`,
  clearSelection: 'Clear',
  working: (done: number, all: number) => `${done} of ${all} done`,
  notAll: (refused: number, all: number) =>
    refused === all ? 'Nothing was changed' : `${refused} of ${all} were not changed`,
  close: 'Close',
  cancel: 'Cancel',

  done: (change: Change['kind'], who: string): string =>
    ({
      owner: `${who}: now an owner.`,
      admin: `${who}: now an admin.`,
      member: `${who}: now a member.`,
      guest: `${who}: now a guest.`,
      deactivate: `${who}: deactivated.`,
      reactivate: `${who}: active again.`,
    })[change],
  people,

  deactivateTitle: (who: string) => `Deactivate ${who}?`,
  deactivateLede:
    'Their sessions and tokens end at once, and they can no longer sign in to this workspace. What they wrote stays. You can reactivate them.',
  deactivateSelf: 'That is you. Your session here ends at once, and another owner has to let you in again.',
  ownerTitle: (who: string) => `Make ${who} an owner?`,
  ownerLede:
    'Owners may do everything here, also change and deactivate other owners. You cannot take it back if they object.',
  ownerYes: 'Make owner',
  stepDownTitle: (role: string) => `Become ${role}?`,
  stepDownLede: 'You lower your own role. Only another owner can raise it again.',
  stepDownYes: 'Lower my role',
  guestTitle: (who: string) => `${who} as guest`,
  guestLede:
    'A guest sees these channels and nothing else, and leaves every other one. Direct messages stay.',
  guestYes: 'Make guest',
  guestChange: 'Change channels',
  guestUnknown: 'Which channels they see is not known yet.',
  guestNeedsOne: 'Pick at least one channel.',
  guestOthers: (count: number) =>
    count === 1
      ? 'They are in one more channel that you are not in. They leave it.'
      : `They are in ${count} more channels that you are not in. They leave them.`,
} as const;

const known: Readonly<Record<string, string>> = {
  last_owner: peopleTexts.lastOwnerHelp,
  invalid_role_for_user: 'Bots have no role, and whoever was deactivated keeps theirs.',
  channel_not_found: 'One of the channels is gone.',
  guest_needs_channels: peopleTexts.guestNeedsOne,
};
export const peopleProblem = (error: string): string => known[error] ?? commonProblem(error);
