import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Role } from '../../protocol/roles.ts';
import { account, errorOf, invited, linkOf, onBench, runDuties } from '../testing/directory-bench.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { createChannel } from './create-channel.ts';
import { createInvitation } from './create-invitation.ts';
import { invitation } from './invitation.ts';
import { graceMs } from './limits.ts';

test('an invitation lets in as many as it says, also of those who come at once', () =>
  onBench(async (bench) => {
    const secret = await linkOf(bench, { maxUses: 2 });
    const names = ['bob', 'cy', 'dee'];
    const answers = await Promise.all(
      names.map((name) => acceptInvitation(bench.workspace, secret, account(name))),
    );
    expect(answers.map(errorOf).sort()).toEqual(['invitation_used', 'ok', 'ok']);
    expect(await invitation(bench.workspace, secret)).toMatchObject({ error: 'invitation_used' });
  }));

test('a repeat by the same account is the same person and costs no use', () =>
  onBench(async ({ workspace, owner, fakes }) => {
    const secret = await linkOf({ workspace, owner }, { maxUses: 2 });
    const first = await acceptInvitation(workspace, secret, account('bob'));
    expect(await acceptInvitation(workspace, secret, account('bob'))).toEqual(first);
    expect(await invitation(workspace, secret)).toMatchObject({ invitation: { uses: 1 } });
    const userId = first.ok ? first.userId : owner.userId;
    expect(fakes.admitted.get(workspace.requireTeam().generalId)).toEqual([userId]);
    expect(fakes.copies.get(userId)).toMatchObject({ userId, role: 'member', isActive: true });
  }));

test('who was left half-joined is completed by the alarm, the Member before any channel', () =>
  onBench(async ({ workspace, owner, fakes, clock, again }) => {
    const secret = await linkOf({ workspace, owner });
    fakes.channelFault = 'before';
    expect(await acceptInvitation(workspace, secret, account('bob'))).toMatchObject({
      error: 'service_unavailable',
    });
    fakes.channelFault = undefined;
    const restarted = again();
    clock.nowMs += graceMs;
    await runDuties(restarted, clock.nowMs);
    expect(restarted.people.firstOwedAt()).toBeUndefined();
    const admitted = fakes.admitted.get(restarted.requireTeam().generalId) ?? [];
    expect(admitted).toHaveLength(1);
    const told = fakes.calls.filter((call) => call.endsWith(admitted[0] ?? '-') || call.startsWith('admit'));
    expect(told[0]).toBe(`setPerson ${admitted[0] ?? ''}`);
    expect(await acceptInvitation(restarted, secret, account('bob'))).toMatchObject({ userId: admitted[0] });
  }));

test('an invitation is refused by its own reason', () =>
  onBench(async ({ workspace, owner, clock }) => {
    const forBob = await linkOf({ workspace, owner }, { email: 'Bob@example.com' });
    const come = async (secret: string, name: string) =>
      errorOf(await acceptInvitation(workspace, secret, account(name)));
    expect(await come(forBob, 'eve')).toBe('invitation_for_other_email');
    expect(await come(forBob, 'bob')).toBe('ok');
    expect(await come(`${owner.teamId}-${'x'.repeat(40)}`, 'eve')).toBe('invitation_not_found');
    expect(await come(forBob.replace(owner.teamId, mintId('T')), 'eve')).toBe('invitation_not_found');
    const old = await linkOf({ workspace, owner });
    clock.nowMs += 86_400_000;
    expect(await come(old, 'eve')).toBe('invitation_expired');
    expect(errorOf(await invitation(workspace, old))).toBe('invitation_expired');
  }));

test('who may invite whom, and into which channels', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const [admin, member, guest] = [
      await invited(bench, 'ann', 'admin'),
      await invited(bench, 'bob'),
      await invited(bench, 'gus', 'guest'),
    ];
    const hidden = await createChannel(workspace, owner, { name: 'hidden', isPrivate: true });
    if (!hidden.ok) throw new Error(hidden.error);
    const ask = async (actor: Actor, role: Role, channelIds: readonly ChannelId[] = []) =>
      errorOf(await createInvitation(workspace, actor, { role, channelIds, maxUses: 1, days: 1 }));
    const { generalId } = workspace.requireTeam();
    expect(await ask(owner, 'owner')).toBe('ok');
    expect(await ask(admin, 'admin')).toBe('restricted_action');
    expect(await ask(admin, 'guest')).toBe('guest_needs_channels');
    expect(await ask(admin, 'guest', [generalId])).toBe('ok');
    expect(await ask(member, 'member')).toBe('ok');
    expect(await ask({ ...member, role: 'owner' }, 'guest', [generalId])).toBe('restricted_action');
    expect(await ask(guest, 'member')).toBe('restricted_action');
    expect(await ask(member, 'member', [hidden.summary.id])).toBe('channel_not_found');
    expect(await ask(member, 'member', [mintId('C')])).toBe('channel_not_found');
    fakes.ownChannels.set(member.userId, [hidden.summary.id]);
    expect(await ask(member, 'member', [hidden.summary.id])).toBe('ok');
    fakes.memberFault = 'before';
    expect(await ask(member, 'member', [hidden.summary.id])).toBe('service_unavailable');
  }));

test('a guest comes into the channels of the invitation alone', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const made = await createChannel(workspace, owner, { name: 'project', isPrivate: false });
    if (!made.ok) throw new Error(made.error);
    const secret = await linkOf(bench, { role: 'guest', channelIds: [made.summary.id] });
    const came = await acceptInvitation(workspace, secret, account('gus'));
    expect(came.ok && fakes.admitted.get(made.summary.id)).toEqual([came.ok && came.userId]);
    expect(fakes.admitted.get(workspace.requireTeam().generalId)).toBeUndefined();
  }));
