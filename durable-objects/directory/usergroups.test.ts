import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Usergroup } from '../../protocol/entities.ts';
import type { UsergroupRequest } from '../../protocol/objects/directory.ts';
import { errorOf, invited, onBench, stranger } from '../testing/directory-bench.ts';
import type { Bench } from '../testing/directory-bench.ts';
import { createChannel } from './create-channel.ts';
import { deactivate } from './deactivate.ts';
import { setUsergroupPeople } from './set-usergroup-people.ts';
import { createUsergroup, enableUsergroup, updateUsergroup } from './set-usergroup.ts';
import { usergroup, usergroupPeople, usergroups } from './usergroups.ts';

function made({ workspace, owner }: Bench, request: UsergroupRequest & { name: string }): Usergroup {
  const answer = createUsergroup(workspace, owner, request);
  if (!answer.ok) throw new Error(answer.error);
  return answer.usergroup;
}

test('a name and a handle are each one group’s, whatever their case', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const crew = made(bench, { name: 'Night Crew' });
    expect(crew).toMatchObject({ handle: 'night-crew', date_delete: 0, user_count: 0, channel_count: 0 });
    expect(errorOf(createUsergroup(workspace, owner, { name: 'NIGHT crew' }))).toBe('name_already_exists');
    const other = { name: 'Other', handle: 'night-crew' };
    expect(errorOf(createUsergroup(workspace, owner, other))).toBe('handle_already_exists');
    // Its own ones are no clash.
    const same = { name: 'Night crew', handle: 'night-crew' };
    expect(updateUsergroup(workspace, owner, crew.id, same)).toMatchObject({
      ok: true,
      usergroup: { name: 'Night crew' },
    });
  }));

test('a handle is shared with no person and no channel, from either side', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    await createChannel(workspace, owner, { name: 'hidden', isPrivate: true });
    for (const handle of ['ada.lovelace', 'hidden', 'general'])
      expect(
        errorOf(createUsergroup(workspace, owner, { name: handle, handle })),
        `the handle ${handle}`,
      ).toBe('handle_already_exists');
    expect(made(bench, { name: 'General' }).handle).toBe('general2');
    made(bench, { name: 'bea' });
    expect(errorOf(await createChannel(workspace, owner, { name: 'bea', isPrivate: false }))).toBe(
      'name_taken',
    );
    const { userId } = await invited(bench, 'bea');
    expect(workspace.people.byId(userId)?.handle).toBe('bea2');
  }));

test('is of active people alone, at most a thousand, each once', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const crew = made(bench, { name: 'Crew' });
    const [ann, bob] = [await invited(bench, 'ann'), await invited(bench, 'bob')];
    const set = (users: readonly string[]) => setUsergroupPeople(workspace, owner, crew.id, users);
    expect(errorOf(set([]))).toBe('no_users_provided');
    expect(errorOf(set([ann.userId, stranger()]))).toBe('invalid_users');
    expect(errorOf(set([ann.userId, 'nonsense']))).toBe('invalid_users');
    expect(errorOf(set(Array.from({ length: 1_001 }, () => stranger())))).toBe('subteam_max_users_exceeded');
    expect(set([bob.userId, ann.userId, bob.userId])).toMatchObject({ usergroup: { user_count: 2 } });
    await deactivate(workspace, owner, bob.userId);
    expect(usergroup(workspace, crew.id)).toMatchObject({ users: [ann.userId], user_count: 1 });
    expect(usergroupPeople(workspace, [crew.id])).toEqual([{ usergroupId: crew.id, users: [ann.userId] }]);
    expect(errorOf(set([bob.userId]))).toBe('invalid_users');
  }));

test('disabled it mentions nobody, keeps its people and names, and comes back as it was', () =>
  onBench(async (bench) => {
    const { workspace, owner, clock } = bench;
    const crew = made(bench, { name: 'Crew' });
    setUsergroupPeople(workspace, owner, crew.id, [owner.userId]);
    clock.nowMs += 60_000;
    const off = enableUsergroup(workspace, owner, crew.id, false);
    const seconds = clock.nowMs / 1_000;
    expect(off).toMatchObject({ usergroup: { date_delete: seconds, deleted_by: owner.userId } });
    expect(usergroupPeople(workspace, [crew.id])).toEqual([{ usergroupId: crew.id, users: [] }]);
    expect(errorOf(createUsergroup(workspace, owner, { name: 'Crew' }))).toBe('name_already_exists');
    const on = enableUsergroup(workspace, owner, crew.id, true);
    expect(on).toMatchObject({ usergroup: { date_delete: 0, deleted_by: null, users: [owner.userId] } });
  }));

test('guests change nothing, and neither does who is gone', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const crew = made(bench, { name: 'Crew' });
    const guest = await invited(bench, 'gus', 'guest');
    const gone = await invited(bench, 'gina');
    await deactivate(workspace, owner, gone.userId);
    for (const actor of [guest, gone, { ...owner, userId: stranger() }]) {
      expect(errorOf(createUsergroup(workspace, actor, { name: 'Mine' }))).toBe('permission_denied');
      expect(errorOf(updateUsergroup(workspace, actor, crew.id, { name: 'Mine' }))).toBe('permission_denied');
      expect(errorOf(enableUsergroup(workspace, actor, crew.id, false))).toBe('permission_denied');
      expect(errorOf(setUsergroupPeople(workspace, actor, crew.id, [actor.userId]))).toBe(
        'permission_denied',
      );
    }
  }));

test('what changes nothing is told to nobody', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const crew = made(bench, { name: 'Crew', description: 'all hands' });
    setUsergroupPeople(workspace, owner, crew.id, [owner.userId]);
    const { head } = workspace;
    setUsergroupPeople(workspace, owner, crew.id, [owner.userId]);
    updateUsergroup(workspace, owner, crew.id, { name: 'Crew' });
    enableUsergroup(workspace, owner, crew.id, true);
    expect(workspace.head).toBe(head);
  }));

test('default channels are public ones that are there', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const { generalId } = workspace.requireTeam();
    const hidden = await createChannel(workspace, owner, { name: 'hidden', isPrivate: true });
    const hiddenId = hidden.ok ? hidden.summary.id : '';
    for (const channel of [hiddenId, mintId('C'), 'nonsense', ''])
      expect(errorOf(createUsergroup(workspace, owner, { name: 'Crew', channels: [channel] }))).toBe(
        'invalid_channel_provided',
      );
    const crew = made(bench, { name: 'Crew', channels: [generalId, generalId] });
    expect(crew).toMatchObject({ prefs: { channels: [generalId], groups: [] }, channel_count: 1 });
    expect(updateUsergroup(workspace, owner, crew.id, { channels: [] })).toMatchObject({
      usergroup: { channel_count: 0 },
    });
  }));

test('all of it is there after a death', () =>
  onBench(async (bench) => {
    const { workspace, owner, again } = bench;
    const crew = made(bench, { name: 'Crew', description: 'all hands' });
    setUsergroupPeople(workspace, owner, crew.id, [owner.userId]);
    expect(usergroups(again())).toEqual(usergroups(workspace));
    expect(usergroups(again())).toMatchObject([{ id: crew.id, users: [owner.userId] }]);
  }));
