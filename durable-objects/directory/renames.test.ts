/// <reference types="@cloudflare/vitest-plugin/types" />
import { expect, test } from 'vitest';
import type { ChannelId } from '../../protocol/ids.ts';
import { errorOf, invited, onBench, runDuties } from '../testing/directory-bench.ts';
import type { Bench } from '../testing/directory-bench.ts';
import { since } from './boot.ts';
import { channelNamed } from './channels.ts';
import { createChannel } from './create-channel.ts';
import { graceMs } from './limits.ts';
import { renameChannel } from './rename-channel.ts';
import { createUsergroup } from './set-usergroup.ts';
import type { Workspace } from './workspace.ts';

const to = (name: string) => ({ name, asAdmin: false });
async function made({ workspace, owner }: Bench, name: string): Promise<ChannelId> {
  const answer = await createChannel(workspace, owner, { name, isPrivate: false });
  if (!answer.ok) throw new Error(answer.error);
  return answer.summary.id;
}
const events = (workspace: Workspace, bench: Bench, cursor: number): unknown[] => {
  const missed = since(workspace, bench.owner, cursor);
  return missed.ok ? missed.entries.map(({ event }) => event) : [];
};

test('a channel has its new name, the old one is free, and all are told', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const id = await made(bench, 'one');
    const { head } = workspace;
    const renamed = await renameChannel(workspace, owner, id, to('two'));
    expect(renamed).toMatchObject({ ok: true, summary: { id, name: 'two' } });
    expect([channelNamed(workspace, 'one'), channelNamed(workspace, 'two')]).toEqual([undefined, id]);
    expect(events(workspace, bench, head)).toMatchObject([
      { type: 'channel_rename', channel: { id, name: 'two' } },
    ]);
    expect(await made(bench, 'one')).not.toBe(id);
  }));

test('a name goes to one of those who want it at once, by a rename or a creation', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const [one, two] = [await made(bench, 'one'), await made(bench, 'two')];
    const answers = await Promise.all([
      renameChannel(workspace, owner, one, to('wanted')),
      renameChannel(workspace, owner, two, to('wanted')),
      createChannel(workspace, owner, { name: 'wanted', isPrivate: true }),
    ]);
    expect(answers.map(errorOf)).toEqual(['ok', 'name_taken', 'name_taken']);
    expect(channelNamed(workspace, 'two')).toBe(two);
  }));

test('two renames of one channel follow each other, and the last one holds', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const id = await made(bench, 'one');
    const answers = await Promise.all([
      renameChannel(workspace, owner, id, to('two')),
      renameChannel(workspace, owner, id, to('three')),
    ]);
    expect(answers.map(errorOf)).toEqual(['ok', 'ok']);
    expect(channelNamed(workspace, 'three')).toBe(id);
    expect(channelNamed(workspace, 'two')).toBeUndefined();
  }));

test('who may not rename it takes no name', () =>
  onBench(async (bench) => {
    const { workspace, fakes } = bench;
    const id = await made(bench, 'one');
    const member = await invited(bench, 'max');
    fakes.renameRefusal = 'not_authorized';
    expect(errorOf(await renameChannel(workspace, member, id, to('two')))).toBe('not_authorized');
    expect(await made(bench, 'two')).not.toBe(id);
    expect(channelNamed(workspace, 'one')).toBe(id);
  }));

test('one that died before the Channel is settled as never to be, and the name is free', () =>
  onBench(async (bench) => {
    const { owner, fakes, clock, again } = bench;
    const id = await made(bench, 'one');
    fakes.channelFault = 'before';
    expect(errorOf(await renameChannel(again(), owner, id, to('two')))).toBe('service_unavailable');
    const after = again();
    const late = createChannel(after, owner, { name: 'two', isPrivate: false });
    expect(errorOf(await late)).toBe('name_taken');
    fakes.channelFault = undefined;
    clock.nowMs += graceMs;
    await runDuties(after, clock.nowMs);
    expect(channelNamed(after, 'one')).toBe(id);
    // A call that was under way all that time comes too late.
    const number = fakes.renames.get(id) ?? 0;
    const command = { name: 'two', number, asAdmin: false };
    expect(await fakes.channel(id).rename(owner, command)).toMatchObject({ error: 'void' });
    const free = await createChannel(after, owner, { name: 'two', isPrivate: false });
    expect(free.ok).toBe(true);
  }));

test('one whose answer was lost is confirmed by the alarm, or by its repeat', () =>
  onBench(async (bench) => {
    const { owner, fakes, clock, again } = bench;
    const [one, other] = [await made(bench, 'one'), await made(bench, 'other')];
    fakes.channelFault = 'after';
    expect(errorOf(await renameChannel(again(), owner, one, to('two')))).toBe('service_unavailable');
    expect(errorOf(await renameChannel(again(), owner, other, to('more')))).toBe('service_unavailable');
    fakes.channelFault = undefined;
    const after = again();
    expect(errorOf(await renameChannel(after, owner, other, to('more')))).toBe('ok');
    clock.nowMs += graceMs;
    await runDuties(after, clock.nowMs);
    expect([channelNamed(after, 'two'), channelNamed(after, 'more')]).toEqual([one, other]);
    expect([channelNamed(after, 'one'), channelNamed(after, 'other')]).toEqual([undefined, undefined]);
  }));

test('one whose answer was lost is confirmed also where its repeat is not allowed any more', () =>
  onBench(async (bench) => {
    const { owner, fakes, again } = bench;
    const id = await made(bench, 'one');
    fakes.channelFault = 'after';
    await renameChannel(again(), owner, id, to('two'));
    fakes.channelFault = undefined;
    fakes.renameRefusal = 'not_authorized';
    const after = again();
    expect(errorOf(await renameChannel(after, owner, id, to('two')))).toBe('not_authorized');
    expect(channelNamed(after, 'two')).toBe(id);
  }));

test('a channel keeps its own name without a word', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const id = await made(bench, 'one');
    const { head } = workspace;
    expect(errorOf(await renameChannel(workspace, owner, id, to('one')))).toBe('ok');
    expect(workspace.head).toBe(head);
  }));

test('what a user group is called no channel is renamed to, and the reverse while a rename is under way', () =>
  onBench(async (bench) => {
    const { workspace, owner, fakes } = bench;
    const id = await made(bench, 'one');
    const group = (handle: string) => createUsergroup(workspace, owner, { name: handle, handle });
    expect(group('crew')).toMatchObject({ ok: true });
    expect(await renameChannel(workspace, owner, id, to('crew'))).toMatchObject({ error: 'name_taken' });
    fakes.channelFault = 'before';
    await renameChannel(workspace, owner, id, to('two'));
    expect(group('two')).toMatchObject({ error: 'handle_already_exists' });
  }));
