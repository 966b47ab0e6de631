/// <reference types="@cloudflare/vitest-plugin/types" />
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { slackbotId } from '../../protocol/ids.ts';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import {
  account,
  directoryStub,
  errorOf,
  foundRequest,
  invited,
  linkOf,
  onBench,
  runDuties,
  stranger,
} from '../testing/directory-bench.ts';
import { FakeObjects } from '../testing/fake-objects.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { boot } from './boot.ts';
import { createBot } from './create-bot.ts';
import { found } from './found.ts';
import { bot, people, person, persons } from './people.ts';
import { setProfile } from './set-profile.ts';
import { Workspace } from './workspace.ts';

test('a founding that died between its steps goes on where it stopped', async () => {
  const owner: Actor = { teamId: mintId('T'), userId: stranger(), role: 'owner' };
  await runInDurableObject(directoryStub(owner.teamId), async (_, { storage }: DurableObjectState) => {
    const fakes = new FakeObjects();
    const begin = () => new Workspace(storage, fakes, () => 1_700_000_000_000);
    fakes.memberFault = 'after';
    expect(await found(begin(), foundRequest(owner), 'one')).toMatchObject({ error: 'service_unavailable' });
    expect(fakes.created.size).toBe(0);
    fakes.memberFault = undefined;
    fakes.channelFault = 'after';
    expect(await found(begin(), foundRequest(owner), 'two')).toMatchObject({ error: 'service_unavailable' });
    fakes.channelFault = undefined;
    const restarted = begin();
    const founded = await found(restarted, foundRequest(owner), 'three');
    expect(founded).toMatchObject({ ok: true, team: { id: owner.teamId } });
    const generalId = founded.ok ? founded.team.generalId : undefined;
    expect([...fakes.created.keys()]).toEqual([generalId]);
    expect(fakes.calls.indexOf(`setPerson ${owner.userId}`)).toBeLessThan(
      fakes.calls.indexOf(`create ${String(generalId)}`),
    );
    expect(restarted.requireTeam().generation).toBe('one');
    expect(person(restarted, owner.userId)).toMatchObject({
      role: 'owner',
      user: {
        name: 'ada.lovelace',
        is_owner: true,
        is_primary_owner: true,
        profile: { email: 'ada@example.com' },
      },
    });
  });
});

test('names are handles that nobody shares', () =>
  onBench(async (bench) => {
    for (const [index, realName] of ['Zoë Ångström', 'Zoe Angstrom', '🙂'].entries()) {
      const secret = await linkOf(bench);
      await acceptInvitation(bench.workspace, secret, { ...account(`n${index}`), realName });
    }
    const page = people(bench.workspace, { limit: 10 }).people.map(({ user }) => user.name);
    expect(page.sort()).toEqual(['ada.lovelace', 'slackbot', 'user', 'zoe.angstrom', 'zoe.angstrom2']);
  }));

test('people are listed by pages, and unknown ones are left out', () =>
  onBench(async (bench) => {
    const bob = await invited(bench, 'bob');
    const first = people(bench.workspace, { limit: 1 });
    const after = first.people[0]?.id;
    const second = people(bench.workspace, { limit: 1, ...(after ? { after } : {}) });
    const last = people(bench.workspace, { limit: 1, after: second.people[0]?.id ?? bob.userId });
    expect([first.more, second.more, last.more]).toEqual([true, true, false]);
    expect(last.people.map(({ id }) => id)).toEqual([slackbotId]);
    const asked = persons(bench.workspace, [bob.userId, stranger(), bench.owner.userId]);
    expect(asked.map(({ id }) => id)).toEqual([bob.userId, bench.owner.userId]);
  }));

test('a profile changes whole or not at all, and its change is an entry', () =>
  onBench(async (bench) => {
    const { workspace } = bench;
    const bob = await invited(bench, 'bob');
    const before = workspace.head;
    expect(setProfile(workspace, bob, bob.userId, { title: 'Cook', real_name: 7 })).toMatchObject({
      error: 'invalid_profile',
    });
    expect(setProfile(workspace, bob, bob.userId, {})).toMatchObject({ ok: true });
    expect(workspace.head).toBe(before);
    const fields = { title: 'Cook', display_name: 'Bobby', tz: 'Asia/Kathmandu', unknown: 1 };
    expect(setProfile(workspace, bob, bob.userId, fields)).toMatchObject({
      person: {
        user: { tz_offset: 20_700, profile: { title: 'Cook', display_name: 'Bobby', real_name: 'bob' } },
      },
    });
    expect(workspace.head).toBe(before + 1);
    expect(boot(workspace, bob.userId, [], 'http://localhost')).toMatchObject({
      head: before + 1,
      self: { profile: { title: 'Cook' } },
      team: { url: 'http://localhost/' },
    });
  }));

test("another's profile is changed only by who stands above them", () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const [admin, member] = [await invited(bench, 'ann', 'admin'), await invited(bench, 'bob')];
    const change = (actor: Actor, whose: Actor) =>
      errorOf(setProfile(workspace, actor, whose.userId, { title: 'x' }));
    expect(change(admin, member)).toBe('ok');
    expect(change(owner, admin)).toBe('ok');
    expect(change(member, admin)).toBe('not_admin');
    expect(change(admin, owner)).toBe('cannot_update_admin_user');
    expect(change(owner, { ...owner, userId: stranger() })).toBe('user_not_found');
    expect(change({ ...owner, teamId: mintId('T') }, member)).toBe('user_not_found');
  }));

test('a bot is a person; its maker may repeat a call that got no answer, and a new name reaches its Member', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const member = await invited(bench, 'bob');
    expect(await createBot(workspace, member, 'Robo')).toMatchObject({ error: 'restricted_action' });
    fakes.memberFault = 'before';
    expect(await createBot(workspace, owner, 'Robo')).toMatchObject({ error: 'service_unavailable' });
    fakes.memberFault = undefined;
    const made = await createBot(workspace, owner, 'Robo');
    if (!made.ok || !made.person.bot) throw new Error('no bot');
    const { id, bot: of } = made.person;
    expect(people(workspace, { limit: 10 }).people.filter(({ user }) => user.is_bot)).toHaveLength(1);
    expect(bot(workspace, of.id)).toMatchObject({ id, user: { profile: { bot_id: of.id } } });
    expect(fakes.copies.get(id)).toMatchObject({ bot: { name: 'Robo' }, version: 1 });
    expect(await createBot(workspace, owner, 'Robo')).not.toMatchObject({ person: { id } });
    setProfile(workspace, owner, id, { real_name: 'Robot' });
    await runDuties(workspace, Number.MAX_SAFE_INTEGER);
    expect(fakes.copies.get(id)).toMatchObject({ bot: { name: 'Robot' }, version: 2 });
  }));

test('each gateway gets the log in order, from the entry that brought its first person', () =>
  onBench(async (bench) => {
    const { fakes, workspace } = bench;
    for (const name of ['bob', 'cy', 'dee', 'eve', 'fay']) await invited(bench, name);
    await workspace.fanout.reached(0, workspace.head, 1_000);
    await workspace.fanout.reached(1, workspace.head, 1_000);
    const attached = fakes.deliveries.filter(({ attach }) => attach !== undefined);
    expect(attached).toHaveLength(2);
    for (const { attach, from, entries } of attached) {
      expect(attach).toMatchObject({ head: from - 1, people: [], skipped: false });
      expect(entries[0]).toMatchObject({ seq: from, membership: { change: 'joined' } });
    }
  }, 2));

test('over RPC, with the real other objects: found, invite, join, survive an eviction', async () => {
  const objects = objectsOf(env as unknown as Env);
  const owner: Actor = { teamId: mintId('T'), userId: stranger(), role: 'owner' };
  const directory = objects.directory(owner.teamId);
  const founded = await directory.found(foundRequest(owner));
  if (!founded.ok) throw new Error(founded.error);
  const { generalId } = founded.team;
  const request = { role: 'member' as const, channelIds: [], maxUses: 1, days: 7 };
  const link = await directory.createInvitation(owner, request);
  if (!link.ok) throw new Error(link.error);
  const came = await directory.acceptInvitation(link.secret, account('bob'));
  if (!came.ok) throw new Error(came.error);
  const bob = objects.member(owner.teamId, came.userId);
  expect(await bob.membership(generalId)).toMatchObject({ channelId: generalId });
  await evictDurableObject(directoryStub(owner.teamId));
  const again = objects.directory(owner.teamId);
  const made = await again.createChannel(owner, { name: 'plans', isPrivate: true });
  expect(made).toMatchObject({ ok: true, summary: { kind: 'private', memberCount: 1 } });
  const direct = await again.openDirect(
    { ...owner, userId: came.userId, role: 'member' },
    [owner.userId],
    true,
  );
  expect(direct).toMatchObject({ ok: true, summary: { kind: 'direct', memberCount: 2 } });
  expect(await bob.memberships()).toHaveLength(2);
});
