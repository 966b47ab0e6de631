import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { errorOf, invited, onBench, runDuties, stranger } from '../testing/directory-bench.ts';
import { createChannel } from './create-channel.ts';
import { deactivate, reactivate } from './deactivate.ts';
import { graceMs } from './limits.ts';
import { person } from './people.ts';
import { invitations, revokeInvitation } from './revoke-invitation.ts';
import { setGuest } from './set-guest.ts';
import { setRole } from './set-role.ts';

test('another role is an entry, and answered when the Member has it', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const bob = await invited(bench, 'bob');
    const before = workspace.head;
    expect(await setRole(workspace, owner, bob.userId, 'admin')).toEqual({ ok: true });
    expect(workspace.head).toBe(before + 1);
    expect(fakes.copies.get(bob.userId)).toMatchObject({ role: 'admin', version: 2, isActive: true });
    expect(person(workspace, bob.userId)).toMatchObject({ role: 'admin', user: { is_admin: true } });
    expect(await setRole(workspace, owner, bob.userId, 'admin')).toEqual({ ok: true });
    expect(workspace.head).toBe(before + 1);
    expect(fakes.copies.get(bob.userId)).toMatchObject({ version: 2 });
  }));

test('a Member that does not answer is told by the alarm, and a repeat waits for it', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes, clock, again } = bench;
    const bob = await invited(bench, 'bob');
    fakes.memberFault = 'before';
    expect(errorOf(await setRole(workspace, owner, bob.userId, 'admin'))).toBe('service_unavailable');
    expect(errorOf(await setRole(workspace, owner, bob.userId, 'admin'))).toBe('service_unavailable');
    fakes.memberFault = undefined;
    expect(fakes.copies.get(bob.userId)).toMatchObject({ role: 'member' });
    const restarted = again();
    clock.nowMs += graceMs;
    await runDuties(restarted, clock.nowMs);
    expect(fakes.copies.get(bob.userId)).toMatchObject({ role: 'admin' });
    expect(await setRole(restarted, owner, bob.userId, 'admin')).toEqual({ ok: true });
  }));

test('who may change whose role, by the Directory’s own rows', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const [admin, bob] = [await invited(bench, 'ann', 'admin'), await invited(bench, 'bob')];
    const set = async (actor: Actor, whose: Actor, role: 'owner' | 'admin' | 'member') =>
      errorOf(await setRole(workspace, actor, whose.userId, role));
    expect(await set({ ...bob, role: 'owner' }, bob, 'owner')).toBe('not_an_admin');
    expect(await set(admin, bob, 'admin')).toBe('not_an_owner');
    expect(await set(admin, bob, 'member')).toBe('ok');
    expect(await set(admin, admin, 'member')).toBe('not_an_owner');
    expect(await set({ ...owner, teamId: mintId('T') }, bob, 'admin')).toBe('not_an_admin');
    expect(await set(owner, { ...bob, userId: stranger() }, 'admin')).toBe('user_not_found');
    expect(await set(owner, owner, 'member')).toBe('last_owner');
    expect(errorOf(await deactivate(workspace, owner, owner.userId))).toBe('last_owner');
    expect(await set(owner, bob, 'owner')).toBe('ok');
    expect(errorOf(await deactivate(workspace, owner, owner.userId))).toBe('ok');
    expect(await set(owner, bob, 'member')).toBe('not_an_admin');
    expect(errorOf(await deactivate(workspace, bob, bob.userId))).toBe('last_owner');
  }));

test('of two owners who step down at once one stays', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const heir = await invited(bench, 'ann', 'owner');
    const answers = await Promise.all([
      setRole(workspace, owner, owner.userId, 'member'),
      setRole(workspace, heir, heir.userId, 'member'),
    ]);
    expect(answers.map(errorOf)).toEqual(['ok', 'last_owner']);
  }));

test('a guest is told to their Member, then taken out of the other channels, then brought into theirs', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const bob = await invited(bench, 'bob');
    const { generalId } = workspace.requireTeam();
    const made = await createChannel(workspace, owner, { name: 'project', isPrivate: false });
    if (!made.ok) throw new Error(made.error);
    const [other, direct] = [mintId('C'), mintId('D')];
    fakes.ownChannels.set(bob.userId, [generalId, other, direct]);
    fakes.calls.length = 0;
    expect(await setGuest(workspace, owner, bob.userId, [made.summary.id])).toEqual({ ok: true });
    expect(fakes.copies.get(bob.userId)).toMatchObject({ role: 'guest' });
    expect([...fakes.expelled.keys()].toSorted()).toEqual([generalId, other].toSorted());
    expect(fakes.admitted.get(made.summary.id)).toEqual([bob.userId]);
    const steps = fakes.calls.map((call) => call.split(' ')[0]);
    expect(steps).toEqual(['setPerson', 'memberships', 'expel', 'expel', 'admit']);
    // Another list: out of the one, and #general again for a full member.
    fakes.ownChannels.set(bob.userId, [made.summary.id, direct]);
    expect(await setGuest(workspace, owner, bob.userId, [generalId])).toEqual({ ok: true });
    expect(fakes.expelled.get(made.summary.id)).toEqual([bob.userId]);
    fakes.admitted.delete(generalId);
    expect(await setRole(workspace, owner, bob.userId, 'member')).toEqual({ ok: true });
    expect(fakes.admitted.get(generalId)).toEqual([bob.userId]);
  }));

test('a guest half taken out is finished by the alarm, with the newest list', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes, clock, again } = bench;
    const bob = await invited(bench, 'bob');
    const { generalId } = workspace.requireTeam();
    const other = mintId('C');
    fakes.ownChannels.set(bob.userId, [generalId, other]);
    fakes.channelFault = 'before';
    expect(errorOf(await setGuest(workspace, owner, bob.userId, [generalId]))).toBe('service_unavailable');
    fakes.channelFault = undefined;
    const restarted = again();
    clock.nowMs += graceMs;
    await runDuties(restarted, clock.nowMs);
    expect(restarted.people.firstOwedAt()).toBeUndefined();
    expect(fakes.expelled.get(other)).toEqual([bob.userId]);
    expect(fakes.expelled.get(generalId)).toBeUndefined();
  }));

test('a guest gets into channels that whoever asks may see', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const [admin, bob] = [await invited(bench, 'ann', 'admin'), await invited(bench, 'bob')];
    const hidden = await createChannel(workspace, owner, { name: 'hidden', isPrivate: true });
    if (!hidden.ok) throw new Error(hidden.error);
    const set = async (...channels: (typeof hidden.summary.id)[]) =>
      errorOf(await setGuest(workspace, admin, bob.userId, channels));
    expect(await set()).toBe('guest_needs_channels');
    expect(await set(mintId('C'))).toBe('channel_not_found');
    expect(await set(hidden.summary.id)).toBe('channel_not_found');
    fakes.memberFault = 'before';
    expect(await set(hidden.summary.id)).toBe('service_unavailable');
    fakes.memberFault = undefined;
    expect(person(workspace, bob.userId)).toMatchObject({ role: 'member' });
    fakes.ownChannels.set(admin.userId, [hidden.summary.id]);
    expect(await set(hidden.summary.id)).toBe('ok');
  }));

test('who was deactivated keeps role and name, and comes back by a reactivation alone', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const admin = await invited(bench, 'ann', 'admin');
    expect(await deactivate(workspace, owner, admin.userId)).toEqual({ ok: true });
    expect(fakes.copies.get(admin.userId)).toMatchObject({ isActive: false, role: 'admin' });
    expect(person(workspace, admin.userId)).toMatchObject({ isActive: false, user: { deleted: true } });
    expect(errorOf(await deactivate(workspace, owner, admin.userId))).toBe('user_already_deleted');
    expect(errorOf(await setRole(workspace, owner, admin.userId, 'member'))).toBe('invalid_role_for_user');
    expect(errorOf(await setRole(workspace, admin, admin.userId, 'owner'))).toBe('not_an_admin');
    expect(await reactivate(workspace, owner, admin.userId)).toEqual({ ok: true });
    expect(await reactivate(workspace, owner, admin.userId)).toEqual({ ok: true });
    expect(fakes.copies.get(admin.userId)).toMatchObject({ isActive: true, role: 'admin', version: 3 });
  }));

test('a link of another is not there for a member, and one that was taken back is in no list', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const bob = await invited(bench, 'bob');
    // The one that let bob in is used up.
    expect(invitations(workspace, owner, { limit: 10 })).toEqual({ invitations: [], more: false });
    expect(errorOf(revokeInvitation(workspace, bob, mintId('I')))).toBe('invitation_not_found');
    expect(errorOf(revokeInvitation(workspace, owner, mintId('I')))).toBe('invitation_not_found');
  }));
