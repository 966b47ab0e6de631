/// <reference types="@cloudflare/vitest-plugin/types" />
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { directoryStub, invited, onBench, runDuties, stranger } from '../testing/directory-bench.ts';
import { since } from './boot.ts';
import { channelNamed, channels, summaries, visibleChannel } from './channels.ts';
import { createChannel } from './create-channel.ts';
import { graceMs } from './limits.ts';
import { confirmChannel } from './make-channel.ts';
import { openDirect } from './open-direct.ts';

const named = (name: string, isPrivate = false) => ({ name, isPrivate });

test('a workspace that was never founded answers, and writes nothing', async () => {
  const actor: Actor = { teamId: mintId('T'), userId: stranger(), role: 'owner' };
  const directory = directoryStub(actor.teamId) as unknown as DirectoryObject;
  expect(await directory.team()).toBeUndefined();
  expect(await directory.person(actor.userId)).toBeUndefined();
  expect(await directory.people({ limit: 10 })).toEqual({ people: [], more: false });
  expect(await directory.visibleChannel(actor, { name: 'general' })).toMatchObject({
    error: 'channel_not_found',
  });
  expect(await directory.createChannel(actor, named('a'))).toMatchObject({ error: 'restricted_action' });
  expect(await directory.openDirect(actor, [], true)).toMatchObject({ error: 'user_not_found' });
  expect(await directory.invitation(`${actor.teamId}-${'a'.repeat(40)}`)).toMatchObject({
    error: 'invitation_not_found',
  });
  const tables = await runInDurableObject(directoryStub(actor.teamId), (_, { storage }: DurableObjectState) =>
    storage.sql.exec("select name from sqlite_master where name not like '\\_cf%' escape '\\'").toArray(),
  );
  expect(tables).toEqual([]);
});

test('a name is taken from its reservation on, also for two who want it at once', () =>
  onBench(async ({ workspace, owner }) => {
    const both = await Promise.all([
      createChannel(workspace, owner, named('ideas')),
      createChannel(workspace, owner, named('ideas')),
    ]);
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.error)).sort()).toEqual(['name_taken', 'ok']);
    expect(await createChannel(workspace, owner, named('ideas', true))).toMatchObject({
      error: 'name_taken',
    });
    expect(await createChannel(workspace, owner, named('general'))).toMatchObject({ error: 'name_taken' });
  }));

test('a guest makes no channel, whatever their copy says', () =>
  onBench(async (bench) => {
    const guest = await invited(bench, 'gus', 'guest');
    const pretending: Actor = { ...guest, role: 'owner' };
    expect(await createChannel(bench.workspace, pretending, named('x'))).toMatchObject({
      error: 'restricted_action',
    });
  }));

test('a creation that died before the Channel is settled as never to be, and the name is free', () =>
  onBench(async ({ workspace, owner, fakes, clock, again }) => {
    fakes.channelFault = 'before';
    expect(await createChannel(workspace, owner, named('lost'))).toMatchObject({
      error: 'service_unavailable',
    });
    const other = await invitedWithout(workspace, fakes, owner);
    expect(await createChannel(workspace, other, named('lost'))).toMatchObject({ error: 'name_taken' });
    fakes.channelFault = undefined;
    const restarted = again();
    clock.nowMs += graceMs;
    await runDuties(restarted, clock.nowMs);
    expect(fakes.voided.size).toBe(1);
    expect(restarted.channels.byName('lost')).toBeUndefined();
    expect(await createChannel(restarted, other, named('lost'))).toMatchObject({ ok: true });
  }));

test('a creation that died after the Channel is confirmed by the alarm, and a repeat of the call answers ok once', () =>
  onBench(async ({ workspace, owner, fakes, clock, again }) => {
    fakes.channelFault = 'after';
    expect(await createChannel(workspace, owner, named('half'))).toMatchObject({
      error: 'service_unavailable',
    });
    expect(visibleChannel(workspace, owner, { name: 'half' })).toMatchObject({ ok: false });
    fakes.channelFault = undefined;
    const restarted = again();
    clock.nowMs += graceMs;
    await runDuties(restarted, clock.nowMs);
    expect(fakes.voided.size).toBe(0);
    expect(visibleChannel(restarted, owner, { name: 'half' })).toMatchObject({ ok: true });
    expect(await createChannel(restarted, owner, named('half'))).toMatchObject({ ok: true });
    expect(await createChannel(restarted, owner, named('half'))).toMatchObject({ error: 'name_taken' });
    expect(restarted.channels.firstDueAt()).toBeUndefined();
  }));

test('a reservation left by a dead object is settled by its alarm, without traffic', async () => {
  let teamId: Actor['teamId'] | undefined;
  await onBench(async ({ workspace, owner, fakes, clock, storage }) => {
    ({ teamId } = owner);
    clock.nowMs = Date.now();
    fakes.channelFault = 'before';
    const creating = createChannel(workspace, owner, named('left'));
    expect(await storage.getAlarm()).not.toBeNull();
    expect(await creating).toMatchObject({ ok: false });
  });
  const stub = directoryStub(teamId ?? mintId('T'));
  await evictDurableObject(stub);
  const names = () =>
    runInDurableObject(stub, (_, { storage }: DurableObjectState) =>
      storage.sql
        .exec('select name from channels')
        .toArray()
        .map(({ name }) => name),
    );
  expect(await names()).toContain('left');
  await vi.waitFor(async () => expect(await names()).toEqual(['general']), 10_000);
});

test('a repeat goes on with the reservation that the first call left', () =>
  onBench(async ({ workspace, owner, fakes }) => {
    fakes.channelFault = 'before';
    await createChannel(workspace, owner, named('again'));
    const id = workspace.channels.byName('again')?.id;
    fakes.channelFault = undefined;
    expect(await createChannel(workspace, owner, named('again'))).toMatchObject({
      ok: true,
      summary: { id },
    });
  }));

test('the Channel itself may confirm its reservation, and older summaries change nothing', () =>
  onBench(async ({ workspace, owner, fakes }) => {
    const made = await createChannel(workspace, owner, named('news'));
    if (!made.ok) throw new Error(made.error);
    const newer = { ...made.summary, memberCount: 7, rev: 9 };
    confirmChannel(workspace, newer);
    confirmChannel(workspace, { ...newer, memberCount: 3, rev: 8 });
    expect(summaries(workspace, [newer.id])).toEqual([newer]);
    fakes.channelFault = 'after';
    await createChannel(workspace, owner, named('told'));
    const id = workspace.channels.byName('told')?.id ?? newer.id;
    confirmChannel(workspace, { ...made.summary, id, name: 'told' });
    expect(channelNamed(workspace, 'told')).toBe(id);
    confirmChannel(workspace, { ...made.summary, id: mintId('C') });
    expect(workspace.channels.firstDueAt()).toBeUndefined();
  }));

test('two openers at once get one direct channel, and so do all later ones', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const bob = await invited(bench, 'bob');
    const [one, two] = await Promise.all([
      openDirect(workspace, owner, [bob.userId], true),
      openDirect(workspace, bob, [owner.userId], true),
    ]);
    if (!one.ok || !two.ok) throw new Error('not opened');
    expect(two.summary.id).toBe(one.summary.id);
    expect([one.already, two.already]).toEqual([false, true]);
    expect(one.summary).toMatchObject({ kind: 'direct', name: '' });
    expect([...fakes.created.keys()].filter((id) => id.startsWith('D'))).toHaveLength(1);
    expect(await openDirect(workspace, bob, [owner.userId, bob.userId], false)).toMatchObject({
      already: true,
      summary: { id: one.summary.id },
    });
  }));

test('a direct channel: with oneself, of three, of unknown people, only looked for', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const bob = await invited(bench, 'bob');
    const cy = await invited(bench, 'cy');
    expect(await openDirect(workspace, owner, [], true)).toMatchObject({
      summary: { people: [owner.userId] },
    });
    const group = await openDirect(workspace, owner, [bob.userId, cy.userId], true);
    if (!group.ok) throw new Error(group.error);
    expect(group.summary.id).toMatch(/^G/);
    expect(group.summary.name).toMatch(/^mpdm-.*cy.*-1$/);
    expect(await openDirect(workspace, owner, [stranger()], true)).toMatchObject({ error: 'user_not_found' });
    expect(await openDirect(workspace, bob, [cy.userId], false)).toMatchObject({
      error: 'channel_not_found',
    });
  }));

test('a direct channel whose creation died is made by the alarm', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes, clock, again } = bench;
    const bob = await invited(bench, 'bob');
    fakes.channelFault = 'before';
    expect(await openDirect(workspace, owner, [bob.userId], true)).toMatchObject({
      error: 'service_unavailable',
    });
    fakes.channelFault = undefined;
    const restarted = again();
    clock.nowMs += graceMs;
    await runDuties(restarted, clock.nowMs);
    expect(await openDirect(restarted, bob, [owner.userId], false)).toMatchObject({
      ok: true,
      already: true,
    });
  }));

test('what a caller may not see looks like what does not exist', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const guest = await invited(bench, 'gus', 'guest');
    const hidden = await createChannel(workspace, owner, named('hidden', true));
    if (!hidden.ok) throw new Error(hidden.error);
    const never = visibleChannel(workspace, owner, { id: mintId('C') });
    expect(visibleChannel(workspace, owner, { id: hidden.summary.id })).toEqual(never);
    expect(visibleChannel(workspace, owner, { name: 'hidden' })).toEqual(never);
    expect(visibleChannel(workspace, guest, { name: 'general' })).toEqual(never);
    expect(visibleChannel(workspace, { ...owner, teamId: mintId('T') }, { name: 'general' })).toEqual(never);
    expect(visibleChannel(workspace, owner, { name: 'general' })).toMatchObject({ ok: true });
  }));

test('lists hold what the query asks for, by pages', () =>
  onBench(async ({ workspace, owner }) => {
    const made = [];
    for (const name of ['a', 'b', 'c'])
      made.push(await createChannel(workspace, owner, named(name, name === 'c')));
    const all = {
      kinds: ['public', 'private'] as const,
      excludeArchived: true,
      memberOf: [],
      publicOnlyIfMember: false,
    };
    const first = channels(workspace, { ...all, limit: 2 });
    const after = first.channels.at(-1)?.id;
    const rest = channels(workspace, { ...all, limit: 2, ...(after ? { after } : {}) });
    const names = [...first.channels, ...rest.channels].map(({ name }) => name).sort();
    expect([first.more, rest.more, names]).toEqual([true, false, ['a', 'b', 'general']]);
    const hidden = workspace.channels.byName('c')?.id;
    const own = { ...all, memberOf: hidden ? [hidden] : [], publicOnlyIfMember: true, limit: 9 };
    expect(channels(workspace, own).channels.map(({ name }) => name)).toEqual(['c']);
    expect(made.every(({ ok }) => ok)).toBe(true);
  }));

test('the log is dense, a guest gets it without the channels of others, and a strange cursor is reset', () =>
  onBench(async (bench) => {
    const { workspace, owner, again } = bench;
    const guest = await invited(bench, 'gus', 'guest');
    await createChannel(workspace, owner, named('seen'));
    await createChannel(workspace, owner, named('unseen', true));
    const kinds = (actor: Actor, cursor: number) => {
      const read = since(again(), actor, cursor);
      return read.ok ? read.entries.map(({ seq, event }) => `${seq} ${event?.type}`) : read.error;
    };
    expect(kinds(owner, 0)).toEqual(['1 team_join', '2 channel_created', '3 team_join', '4 channel_created']);
    expect(kinds(guest, 1)).toEqual(['3 team_join']);
    expect(kinds(owner, 5)).toBe('reset');
  }));

/** A second member, made while channels do not answer: their own part needs none. */
async function invitedWithout(
  workspace: Parameters<typeof createChannel>[0],
  fakes: { channelFault: unknown },
  owner: Actor,
): Promise<Actor> {
  const fault = fakes.channelFault;
  fakes.channelFault = undefined;
  const actor = await invited({ workspace, owner }, 'eve');
  fakes.channelFault = fault;
  return actor;
}
