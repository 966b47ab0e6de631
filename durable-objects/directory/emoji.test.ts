import { expect, test } from 'vitest';
import { workspaceReducers } from '../../domain/timeline/reducers.ts';
import { emptyWorkspace } from '../../domain/timeline/workspace.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import { customEmojiMax } from '../../protocol/limits.ts';
import { errorOf, invited, onBench } from '../testing/directory-bench.ts';
import type { Bench } from '../testing/directory-bench.ts';
import { since } from './boot.ts';
import { deactivate } from './deactivate.ts';
import { addEmoji, aliasEmoji, emoji, removeEmoji, renameEmoji } from './set-emoji.ts';
import { setPhoto } from './set-photo.ts';
import { setIcon } from './set-team.ts';
import { expectPicture, wasteDuty } from './waste.ts';

const keptMs = 20_000;
/** A bucket that keeps what it is told to delete. */
function bucket(): { deleted: string[]; isDown: boolean; deleteAll(prefix: string): Promise<void> } {
  const one = {
    deleted: [] as string[],
    isDown: false,
    deleteAll: async (prefix: string) => {
      await Promise.resolve();
      if (one.isDown) throw new Error('down');
      one.deleted.push(prefix);
    },
  };
  return one;
}
const listed = ({ workspace }: Bench): Record<string, string> =>
  Object.fromEntries(emoji(workspace).map(({ name, value }) => [name, value]));
/** As a client has it that heard everything. */
function heard({ workspace, owner }: Bench): Record<string, string> {
  const missed = since(workspace, owner, 0);
  if (!missed.ok) throw new Error(missed.error);
  let rows = emptyWorkspace;
  for (const { event } of missed.entries) {
    if (event?.type === 'emoji_changed') rows = workspaceReducers.emoji_changed(rows, event);
  }
  return Object.fromEntries(rows.emoji);
}

test('aliases follow a rename, go with what they stand for, and never stand for one another', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    addEmoji(workspace, owner, { name: 'party-ferry', hash: 'a'.repeat(24) });
    aliasEmoji(workspace, owner, { name: 'boat', of: 'party-ferry' });
    aliasEmoji(workspace, owner, { name: 'barge', of: 'boat' });
    aliasEmoji(workspace, owner, { name: 'yay', of: 'tada' });
    const path = `/emoji/${owner.teamId}/${'a'.repeat(24)}`;
    expect(listed(bench)).toEqual({
      barge: 'alias:party-ferry',
      boat: 'alias:party-ferry',
      'party-ferry': path,
      yay: 'alias:tada',
    });
    expect(heard(bench)).toEqual(listed(bench));
    renameEmoji(workspace, owner, 'party-ferry', 'ship-it');
    expect(listed(bench)).toEqual({
      barge: 'alias:ship-it',
      boat: 'alias:ship-it',
      'ship-it': path,
      yay: 'alias:tada',
    });
    expect(heard(bench)).toEqual(listed(bench));
    removeEmoji(workspace, owner, 'ship-it');
    expect(listed(bench)).toEqual({ yay: 'alias:tada' });
    expect(heard(bench)).toEqual(listed(bench));
    await Promise.resolve();
  }));

test('everybody but guests adds, whoever added it and admins change', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const [ann, bob] = [await invited(bench, 'ann'), await invited(bench, 'bob')];
    const admin = await invited(bench, 'ada', 'admin');
    const guest = await invited(bench, 'gus', 'guest');
    const add = (actor: typeof ann, name: string) =>
      errorOf(addEmoji(workspace, actor, { name, hash: name }));
    expect([add(guest, 'one'), add(ann, 'one'), add(bob, 'one')]).toEqual([
      'not_an_admin',
      'ok',
      'error_name_taken',
    ]);
    expect(errorOf(renameEmoji(workspace, bob, 'one', 'two'))).toBe('not_an_admin');
    expect(errorOf(removeEmoji(workspace, guest, 'one'))).toBe('not_an_admin');
    expect(errorOf(renameEmoji(workspace, ann, 'one', 'two'))).toBe('ok');
    expect(errorOf(removeEmoji(workspace, admin, 'two'))).toBe('ok');
    expect(errorOf(removeEmoji(workspace, ann, 'two'))).toBe('emoji_not_found');
    await deactivate(workspace, owner, ann.userId);
    expect(add(ann, 'three')).toBe('not_an_admin');
  }));

test('there are so many at most', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    workspace.transact(() => {
      for (let count = 0; count < customEmojiMax; count += 1) {
        const row = { name: `e${count}`, hash: 'h', alias: null, creator: owner.userId, created: 1 };
        workspace.emoji.insert(row);
      }
    });
    expect(errorOf(addEmoji(workspace, owner, { name: 'more', hash: 'h' }))).toBe('emoji_limit_reached');
    expect(errorOf(aliasEmoji(workspace, owner, { name: 'more', of: 'e1' }))).toBe('emoji_limit_reached');
    expect(emoji(workspace)).toHaveLength(customEmojiMax);
    await Promise.resolve();
  }));

test('bytes that nothing names any more are deleted a moment later, also when the bucket was down or this object died', () =>
  onBench(async (bench) => {
    const { workspace, owner, clock, again } = bench;
    const team = owner.teamId;
    addEmoji(workspace, owner, { name: 'party-ferry', hash: 'first' });
    removeEmoji(workspace, owner, 'party-ferry');
    setPhoto(workspace, owner, 'old');
    setPhoto(workspace, owner, 'new');
    const files = bucket();
    files.isDown = true;
    const duty = wasteDuty(workspace, files);
    expect(duty.dueAt()).toBe(clock.nowMs + keptMs);
    await duty.run(clock.nowMs);
    expect(files.deleted).toEqual([]);
    clock.nowMs += keptMs;
    await duty.run(clock.nowMs);
    expect(duty.dueAt()).toBeGreaterThan(clock.nowMs);
    files.isDown = false;
    clock.nowMs += keptMs;
    const after = wasteDuty(again(), files);
    await after.run(clock.nowMs);
    expect(files.deleted.toSorted()).toEqual([`avatars/${team}/old/`, `emoji/${team}/first`]);
    expect(after.dueAt()).toBeUndefined();
  }));

test('bytes that were stored and never named are deleted after a while, also after a death; what was named stays', () =>
  onBench(async (bench) => {
    const { workspace, owner, clock, again } = bench;
    const team = owner.teamId;
    const prefixes = [`avatars/${team}/lost/`, `avatars/${team}/photo/`, `icons/${team}/icon/`];
    for (const prefix of [...prefixes, `emoji/${team}/lost`, `emoji/${team}/emoji`]) {
      expectPicture(workspace, owner, prefix);
    }
    expectPicture(workspace, { ...owner, teamId: mintId('T') }, `avatars/${team}/of-a-stranger/`);
    setPhoto(workspace, owner, 'photo');
    setIcon(workspace, owner, 'icon');
    addEmoji(workspace, owner, { name: 'party-ferry', hash: 'emoji' });
    const files = bucket();
    const duty = wasteDuty(again(), files);
    // A call that stores them may take its time, and the clock may run back a little meanwhile.
    clock.nowMs -= 30_000;
    await duty.run(clock.nowMs);
    clock.nowMs += 5 * 60_000;
    expect(duty.dueAt()).toBeGreaterThan(clock.nowMs);
    await duty.run(clock.nowMs);
    expect(files.deleted).toEqual([]);
    clock.nowMs += 10 * 60_000;
    await duty.run(clock.nowMs);
    expect(files.deleted.toSorted()).toEqual([`avatars/${team}/lost/`, `emoji/${team}/lost`]);
    expect(duty.dueAt()).toBeUndefined();
  }));

test('a photo is told to everybody with its sizes, and stays through a change of the profile', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const { head } = workspace;
    const set = setPhoto(workspace, owner, 'hash');
    expect(set).toMatchObject({
      person: {
        user: {
          profile: {
            avatar_hash: 'hash',
            image_72: `/avatars/${owner.teamId}/hash/72`,
            image_original: `/avatars/${owner.teamId}/hash/original`,
            is_custom_image: true,
          },
        },
      },
    });
    expect(workspace.head).toBe(head + 1);
    const gone = setPhoto(workspace, owner, undefined);
    expect(gone).toMatchObject({ person: { user: { profile: { avatar_hash: '', image_72: '' } } } });
    setPhoto(workspace, owner, undefined);
    expect(workspace.head).toBe(head + 2);
    await Promise.resolve();
  }));
