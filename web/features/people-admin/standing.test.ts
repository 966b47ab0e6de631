import { describe, expect, test } from 'vitest';
import { choicesFor } from './standing.ts';
import { person } from './testing/person.ts';

const owner = person('owner', { is_owner: true, is_admin: true });
const second = person('second', { is_owner: true, is_admin: true });
const admin = person('admin', { is_admin: true });
const member = person('member');
const guest = person('guest', { is_restricted: true });
const bot = person('bot', { is_bot: true });
const gone = person('gone', { deleted: true });
const goneOwner = person('goneowner', { is_owner: true, is_admin: true, deleted: true });
const everybody = [owner, admin, member, guest, bot, gone];

describe('an owner', () => {
  test('may give every other role, and change what a guest sees', () => {
    expect(choicesFor(owner, member, everybody).roles).toEqual(['owner', 'admin', 'guest']);
    expect(choicesFor(owner, guest, everybody).roles).toEqual(['owner', 'admin', 'member', 'guest']);
  });

  test('who is the last one stays', () => {
    expect(choicesFor(owner, owner, everybody)).toEqual({
      roles: [],
      mayDeactivate: false,
      mayReactivate: false,
      mayEndAccess: false,
      isLastOwner: true,
    });
  });

  test('is the last one though another is deactivated', () => {
    expect(choicesFor(owner, owner, [...everybody, goneOwner]).isLastOwner).toBe(true);
  });

  test('who is not the last may step down', () => {
    const { roles, isLastOwner, mayDeactivate } = choicesFor(owner, owner, [...everybody, second]);
    expect({ roles, isLastOwner, mayDeactivate }).toEqual({
      roles: ['admin', 'member', 'guest'],
      isLastOwner: false,
      mayDeactivate: true,
    });
  });

  test('gives a bot no role, but may deactivate it', () => {
    expect(choicesFor(owner, bot, everybody)).toMatchObject({ roles: [], mayDeactivate: true });
  });

  test('may let somebody in again, with the role from before', () => {
    expect(choicesFor(owner, gone, everybody)).toMatchObject({
      roles: [],
      mayDeactivate: false,
      mayReactivate: true,
      mayEndAccess: false,
    });
  });
});

describe('an admin', () => {
  test('makes members guests and back, and nobody an admin', () => {
    expect(choicesFor(admin, member, everybody).roles).toEqual(['guest']);
    expect(choicesFor(admin, guest, everybody).roles).toEqual(['member', 'guest']);
  });

  test.each([owner, admin, goneOwner])('is offered nothing about $name', (user) => {
    expect(choicesFor(admin, user, everybody)).toMatchObject({
      roles: [],
      mayDeactivate: false,
      mayReactivate: false,
      mayEndAccess: false,
    });
  });
});

test.each([owner, admin, member, guest, bot, gone])('a member is offered nothing about $name', (user) => {
  expect(choicesFor(member, user, everybody)).toMatchObject({
    roles: [],
    mayDeactivate: false,
    mayReactivate: false,
    mayEndAccess: false,
  });
});
