import { expect, test } from 'vitest';
import type { UserId } from '../../protocol/ids.ts';
import { roles } from '../../protocol/roles.ts';
import type { Role } from '../../protocol/roles.ts';
import {
  decideCredentials,
  decideDeactivation,
  decideManage,
  decideProfileChange,
  decideRoleChange,
  mayArchive,
  mayCreateBot,
  mayCreateChannel,
  mayDeleteOthersMessage,
  mayInvitePeople,
  mayInviteToChannel,
  mayJoin,
  mayKick,
  mayReadFromOutside,
  mayRevokeInvitation,
  maySeePublicChannels,
} from './permissions.ts';

const ada = 'U0AAAAAAAAAA' as UserId;
const bob = 'U0BBBBBBBBBB' as UserId;
const rolesThat = (may: (role: Role) => boolean): Role[] => roles.filter((role) => may(role));

test('a guest sees, makes and changes nothing that others did not bring them into', () => {
  const full = ['owner', 'admin', 'member'];
  expect(rolesThat((role) => maySeePublicChannels({ role }))).toEqual(full);
  expect(rolesThat((role) => mayJoin({ role }, { kind: 'public' }))).toEqual(full);
  expect(rolesThat((role) => mayCreateChannel({ role }))).toEqual(full);
  expect(rolesThat((role) => mayArchive({ role }))).toEqual(full);
  expect(rolesThat((role) => mayInviteToChannel({ role }))).toEqual(full);
  expect(rolesThat((role) => mayJoin({ role }, { kind: 'private' }))).toEqual([]);
});

test('what is said in a public channel a person reads from outside, a guest and a bot do not', () => {
  expect(rolesThat((role) => mayReadFromOutside({ role }))).toEqual(['owner', 'admin', 'member']);
  expect(mayReadFromOutside({ role: 'member', bot: {} })).toBe(false);
});

test('what touches others is for admins', () => {
  expect(rolesThat((role) => mayDeleteOthersMessage({ role }))).toEqual(['owner', 'admin']);
  expect(rolesThat((role) => mayCreateBot({ role }))).toEqual(['owner', 'admin']);
});

test('people are removed from a public channel by admins and its maker, from a private one by full members', () => {
  const by = (userId: UserId, kind: 'public' | 'private') =>
    rolesThat((role) => mayKick({ userId, role }, { kind, creator: ada }));
  expect(by(bob, 'public')).toEqual(['owner', 'admin']);
  expect(by(ada, 'public')).toEqual(['owner', 'admin', 'member']);
  expect(by(bob, 'private')).toEqual(['owner', 'admin', 'member']);
});

test('nobody invites to a role above their own', () => {
  const anyRules = { adminsInviteAlone: false };
  const invitable = (role: Role) => rolesThat((invitedAs) => mayInvitePeople({ role }, invitedAs, anyRules));
  expect(invitable('owner')).toEqual(['owner', 'admin', 'member', 'guest']);
  expect(invitable('admin')).toEqual(['member', 'guest']);
  expect(invitable('member')).toEqual(['member']);
  expect(invitable('guest')).toEqual([]);
});

test('where inviting is for admins alone, members invite nobody', () => {
  const may = (role: Role) => mayInvitePeople({ role }, 'member', { adminsInviteAlone: true });
  expect(rolesThat(may)).toEqual(['owner', 'admin']);
});

test("another's profile is changed by an admin who stands above them", () => {
  const decide = (role: Role, whose: Role) =>
    decideProfileChange({ userId: ada, role }, { userId: bob, role: whose });
  expect(decideProfileChange({ userId: ada, role: 'guest' }, { userId: ada, role: 'guest' })).toBe('allowed');
  expect(decide('member', 'guest')).toBe('not_admin');
  expect(decide('admin', 'member')).toBe('allowed');
  expect(decide('admin', 'admin')).toBe('cannot_update_admin_user');
  expect(decide('owner', 'owner')).toBe('cannot_update_admin_user');
});

test('admins answer for members and guests, owners for everybody, and each for themselves', () => {
  const manageable = (role: Role) =>
    roles.filter((whose) => decideManage({ role }, { role: whose }) === 'allowed');
  expect(manageable('owner')).toEqual(['owner', 'admin', 'member', 'guest']);
  expect(manageable('admin')).toEqual(['member', 'guest']);
  expect(manageable('member')).toEqual([]);
  expect(decideManage({ role: 'member' }, { role: 'guest' })).toBe('not_an_admin');
  expect(decideManage({ role: 'admin' }, { role: 'admin' })).toBe('not_an_owner');
  const own = { userId: ada, role: 'guest' as const };
  expect(decideCredentials(own, own)).toBe('allowed');
  expect(decideCredentials(own, { userId: bob, role: 'guest' })).toBe('not_an_admin');
});

test('a role is changed by who answers for both roles; the last owner stays one', () => {
  const person = { isActive: true, isBot: false, isLastOwner: false };
  const decide = (role: Role, whose: Role, to: Role) =>
    decideRoleChange({ role }, { ...person, role: whose }, to);
  expect(decide('owner', 'owner', 'member')).toBe('allowed');
  expect(decide('owner', 'guest', 'owner')).toBe('allowed');
  expect(decide('admin', 'guest', 'member')).toBe('allowed');
  expect(decide('admin', 'member', 'admin')).toBe('not_an_owner');
  expect(decide('admin', 'admin', 'member')).toBe('not_an_owner');
  expect(decide('member', 'member', 'admin')).toBe('not_an_admin');
  const owner = { role: 'owner' } as const;
  const last = { ...person, ...owner, isLastOwner: true };
  expect(decideRoleChange(owner, last, 'admin')).toBe('last_owner');
  expect(decideRoleChange(owner, last, 'owner')).toBe('allowed');
  expect(decideRoleChange(owner, { ...person, role: 'member', isBot: true }, 'admin')).toBe(
    'invalid_role_for_user',
  );
  expect(decideRoleChange(owner, { ...person, role: 'member', isActive: false }, 'guest')).toBe(
    'invalid_role_for_user',
  );
  expect(decideDeactivation(owner, last)).toBe('last_owner');
  expect(decideDeactivation({ role: 'admin' }, last)).toBe('not_an_owner');
  expect(decideDeactivation(owner, { ...last, isLastOwner: false })).toBe('allowed');
});

test('a link is taken back by its maker and by admins', () => {
  expect(rolesThat((role) => mayRevokeInvitation({ userId: bob, role }, ada))).toEqual(['owner', 'admin']);
  expect(mayRevokeInvitation({ userId: ada, role: 'member' }, ada)).toBe(true);
});
