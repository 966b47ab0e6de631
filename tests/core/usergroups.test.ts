import { describe, expect, test } from 'vitest';
import { workspaceReducers } from '../../domain/timeline/reducers.ts';
import { emptyWorkspace } from '../../domain/timeline/workspace.ts';
import type { Workspace as WorkspaceRows } from '../../domain/timeline/workspace.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Usergroup } from '../../protocol/entities.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { until } from './support/faults.ts';
import { onRoom } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { expectOk, objects, workspace } from './support/workspace.ts';

/** As the person's Member was told: what mentions them, and what does no longer. */
const mentionsOf = ({ others }: Bench, { userId }: Actor) => ({
  given: others.newsOf(userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq)),
  taken: others.newsOf(userId).flatMap(({ unmentions }) => unmentions),
});
const crewOf = ({ others }: Bench, ...people: Actor[]) => {
  const id = mintId('S');
  others.usergroups.set(
    id,
    people.map(({ userId }) => userId),
  );
  return { id, call: `<!subteam^${id}|@crew>` };
};

describe('a message that names a user group', () => {
  test('mentions each of its people who is in the channel, and not whoever wrote it', () =>
    onRoom(async (bench) => {
      const { ann, bob } = bench;
      const outsider: Actor = { ...bob, userId: mintId('U') };
      const { call } = crewOf(bench, ann, bob, outsider);
      const { seq } = bench.post(ann, `hello ${call}, and <@${bob.userId}> twice`);
      await bench.drained();
      expect(mentionsOf(bench, bob).given).toEqual([seq]);
      expect(mentionsOf(bench, ann).given).toEqual([]);
      expect(bench.others.newsOf(outsider.userId)).toEqual([]);
    }));

  test('means who was in it then: told again after a death it mentions the same', () =>
    onRoom(async (bench) => {
      const { ann, bob, others } = bench;
      const { id, call } = crewOf(bench, bob);
      let isLost = true;
      others.beforeMember = (userId) => {
        if (userId === bob.userId && isLost) throw new Error('lost');
      };
      const { seq } = bench.post(ann, call);
      await bench.drained();
      others.usergroups.set(id, []);
      isLost = false;
      bench.restart();
      bench.clock.nowMs += 3_600_000;
      await bench.runAlarm();
      expect(mentionsOf(bench, bob).given).toEqual([seq]);
    }));

  test('takes its mentions back when an edit names the group no longer, also from who has left it since', () =>
    onRoom(async (bench) => {
      const { ann, bob, others } = bench;
      const { id, call } = crewOf(bench, bob);
      const { ts, seq } = bench.post(ann, call);
      await bench.drained();
      others.usergroups.set(id, []);
      bench.edit(ann, ts, 'to nobody');
      await bench.drained();
      expect(mentionsOf(bench, bob).taken).toEqual([seq]);
    }));

  test('keeps the mention of who is named by themselves when the group goes', () =>
    onRoom(async (bench) => {
      const { ann, bob } = bench;
      const { call } = crewOf(bench, bob);
      const { ts } = bench.post(ann, `${call} <@${bob.userId}>`);
      await bench.drained();
      bench.edit(ann, ts, `<@${bob.userId}>`);
      await bench.drained();
      expect(mentionsOf(bench, bob).taken).toEqual([]);
    }));

  test('mentions by an edit, and not when it is deleted', () =>
    onRoom(async (bench) => {
      const { ann, bob } = bench;
      const { call } = crewOf(bench, bob);
      const { ts, seq } = bench.post(ann, 'nobody yet');
      await bench.drained();
      bench.edit(ann, ts, call);
      await bench.drained();
      expect(mentionsOf(bench, bob)).toEqual({ given: [seq], taken: [] });
      bench.remove(ann, ts);
      await bench.drained();
      expect(mentionsOf(bench, bob).taken).toEqual([seq]);
    }));

  test('makes a thread theirs', () =>
    onRoom(async (bench) => {
      const { ann, bob, others } = bench;
      const { call } = crewOf(bench, bob);
      const parent = bench.post(ann, 'parent');
      bench.post(ann, call, { threadTs: parent.ts });
      await bench.drained();
      const reasons = others.newsOf(bob.userId).flatMap(({ threads = [] }) => threads);
      expect(reasons.map(({ reason }) => reason)).toEqual(['mentioned']);
    }));

  test('waits for a Directory that does not answer, and is told then', () =>
    onRoom(async (bench) => {
      const { ann, bob, others } = bench;
      const { call } = crewOf(bench, bob);
      let isDown = true;
      others.beforeDirectory = () => {
        if (isDown) throw new Error('down');
      };
      const { seq } = bench.post(ann, call);
      expect(await bench.room.memberConsumer.pump.reached(seq, 200)).toBe(false);
      isDown = false;
      bench.clock.nowMs += 3_600_000;
      await bench.runAlarm();
      expect(mentionsOf(bench, bob).given).toEqual([seq]);
    }));

  test('costs no row and no call where no group is named', () =>
    onRoom(async (bench) => {
      const { ann } = bench;
      bench.others.beforeDirectory = () => {
        throw new Error('asked');
      };
      const { seq } = bench.post(ann, 'plain words');
      expect(await bench.room.memberConsumer.pump.reached(seq, 10_000)).toBe(true);
      const rows = bench.storage.sql.exec('select 1 from usergroup_mentions').toArray();
      expect(rows).toEqual([]);
    }));
});

describe('a user group of a workspace', () => {
  test('mentions, and the count is that of the Member', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann, bob]);
    const { usergroup } = expectOk(await ws.directory.createUsergroup(ann, { name: 'Crew' }));
    expectOk(await ws.directory.setUsergroupPeople(ann, usergroup.id, [ann.userId, bob.userId]));
    await channel.post(ann, `<!subteam^${usergroup.id}> look`);
    const mentions = async () =>
      (await objects.member(ws.teamId, bob.userId).membership(channel.id))?.mentions ?? 0;
    await until(async () => (await mentions()) === 1);
    expectOk(await ws.directory.enableUsergroup(ann, usergroup.id, false));
    const last = await channel.post(ann, `<!subteam^${usergroup.id}> disabled`);
    const after = await channel.post(ann, `<@${bob.userId}> by name`);
    expect(after.seq).toBe(last.seq + 1);
    await until(async () => (await mentions()) === 2);
  });

  test('brings who is new into its default channels, but no guest', async () => {
    const ws = await workspace();
    const [ann, bob, guest] = [await ws.person(), await ws.person(), await ws.person('guest')];
    const channel = await ws.channelWith([ann]);
    const request = { name: 'Crew', channels: [channel.id] };
    const { usergroup } = expectOk(await ws.directory.createUsergroup(ann, request));
    const users = [bob.userId, guest.userId];
    expectOk(await ws.directory.setUsergroupPeople(ann, usergroup.id, users));
    const isIn = async ({ userId }: Actor) =>
      (await objects.member(ws.teamId, userId).membership(channel.id)) !== undefined;
    await until(() => isIn(bob));
    const another = await ws.channelWith([ann]);
    expectOk(await ws.directory.updateUsergroup(ann, usergroup.id, { channels: [channel.id, another.id] }));
    await until(
      async () => (await objects.member(ws.teamId, bob.userId).membership(another.id)) !== undefined,
    );
    expect(await isIn(guest)).toBe(false);
  });

  test('is the same by the log and by the list, whatever happened to it', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const { directory } = ws;
    const crew = expectOk(await directory.createUsergroup(ann, { name: 'Crew' })).usergroup;
    const deck = expectOk(await directory.createUsergroup(bob, { name: 'Deck', handle: 'deck' })).usergroup;
    expectOk(await directory.setUsergroupPeople(ann, crew.id, [ann.userId, bob.userId]));
    expectOk(await directory.setUsergroupPeople(ann, crew.id, [bob.userId]));
    expectOk(await directory.updateUsergroup(ann, crew.id, { name: 'The Crew', description: 'all hands' }));
    expectOk(await directory.enableUsergroup(ann, deck.id, false));
    const { entries } = expectOk(await directory.since(ws.owner, 0));
    const changes = entries.flatMap(({ event }) =>
      event?.type === 'subteam_members_changed' ? [event] : [],
    );
    expect(changes.map(({ added_users_count: added }) => added)).toEqual([2, 0]);
    expect(changes.map(({ removed_users: removed }) => removed)).toEqual([[], [ann.userId]]);
    const rows = entries.reduce<WorkspaceRows>((known, { event }) => {
      switch (event?.type) {
        case 'subteam_created':
        case 'subteam_updated':
          return withEvent(known, event);
        default:
          return known;
      }
    }, emptyWorkspace);
    const listed: Usergroup[] = await directory.usergroups();
    expect([...rows.usergroups.values()]).toEqual(expect.arrayContaining(listed));
    expect(rows.usergroups.size).toBe(listed.length);
  });
});

function withEvent(
  rows: WorkspaceRows,
  event: Parameters<(typeof workspaceReducers)['subteam_created' | 'subteam_updated']>[1],
): WorkspaceRows {
  return event.type === 'subteam_created'
    ? workspaceReducers.subteam_created(rows, event)
    : workspaceReducers.subteam_updated(rows, event);
}
