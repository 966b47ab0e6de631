import { expect, test } from 'vitest';
import { workspaceReducers } from '../../domain/timeline/reducers.ts';
import { emptyWorkspace } from '../../domain/timeline/workspace.ts';
import { errorOf, invited, linkOf, onBench } from '../testing/directory-bench.ts';
import type { Bench } from '../testing/directory-bench.ts';
import { boot, since } from './boot.ts';
import { createInvitation } from './create-invitation.ts';
import { invitation } from './invitation.ts';
import { owedNameDuty } from './owed-name.ts';
import { setIcon, setName } from './set-team.ts';
import { rules, setRules } from './set-rules.ts';

const hash = 'a'.repeat(24);
const other = 'b'.repeat(24);

/** As a client has it that heard everything. */
function heard({ workspace, owner }: Bench) {
  const missed = since(workspace, owner, 0);
  if (!missed.ok) throw new Error(missed.error);
  let rows = emptyWorkspace;
  for (const { event } of missed.entries) {
    if (event?.type === 'team_rename') rows = workspaceReducers.team_rename(rows, event);
    if (event?.type === 'team_icon_change') rows = workspaceReducers.team_icon_change(rows, event);
    if (event?.type === 'team_pref_change') rows = workspaceReducers.team_pref_change(rows, event);
  }
  return rows.team;
}
const shown = ({ workspace, owner }: Bench) => boot(workspace, owner.userId, [], undefined).team;

/** A Store that is told of names; it fails as long as it is down. */
function lists() {
  const store = {
    told: [] as string[],
    isDown: false,
    recordWorkspace: async ({ name }: { name: string }) => {
      await Promise.resolve();
      if (store.isDown) throw new Error('down');
      store.told.push(name);
      return { ok: true as const };
    },
  };
  return store;
}

test('name and picture: what is heard is what a fresh look shows, and what is so already tells nobody', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    setName(workspace, owner, 'Harbour');
    setIcon(workspace, owner, hash);
    setIcon(workspace, owner, other);
    const { name, icon } = shown(bench);
    expect(heard(bench)).toMatchObject({ name, icon });
    expect(icon).toMatchObject({ image_default: false, image_34: `/icons/${owner.teamId}/${other}/34` });
    const { head } = workspace;
    setName(workspace, owner, 'Harbour');
    setIcon(workspace, owner, other);
    expect(workspace.head).toBe(head);
    // The bytes of the one before go, a moment later.
    expect(workspace.waste.firstDueAt()).toBeGreaterThan(workspace.now());
    setIcon(workspace, owner, undefined);
    expect(heard(bench).icon).toEqual(shown(bench).icon);
    expect(shown(bench).icon.image_default).toBe(true);
    await Promise.resolve();
  }));

test('it is for admins and owners, as they are now', () =>
  onBench(async (bench) => {
    const { workspace } = bench;
    const member = await invited(bench, 'mia');
    const liar = { ...member, role: 'owner' as const };
    for (const who of [member, liar]) {
      expect(errorOf(setName(workspace, who, 'Mine'))).toBe('not_an_admin');
      expect(errorOf(setIcon(workspace, who, hash))).toBe('not_an_admin');
      expect(errorOf(setRules(workspace, who, { allowDeletion: false }))).toBe('not_an_admin');
    }
    const admin = await invited(bench, 'ada', 'admin');
    expect(errorOf(setName(workspace, admin, 'Harbour'))).toBe('ok');
  }));

test('the Store is told of a name until it has it, also after an eviction', () =>
  onBench(async (bench) => {
    const { owner, clock } = bench;
    const store = lists();
    store.isDown = true;
    setName(bench.workspace, owner, 'One');
    await owedNameDuty(bench.workspace, store).run(clock.nowMs);
    setName(bench.workspace, owner, 'Two');
    const workspace = bench.again();
    const duty = owedNameDuty(workspace, store);
    expect(duty.dueAt()).toBeLessThanOrEqual(clock.nowMs);
    store.isDown = false;
    await duty.run(clock.nowMs);
    expect(store.told).toEqual(['Two']);
    expect(duty.dueAt()).toBeUndefined();
    expect(owedNameDuty(bench.again(), store).dueAt()).toBeUndefined();
  }));

test('a name that comes while the one before is told is told after it', () =>
  onBench(async ({ workspace, owner, clock }) => {
    const store = lists();
    setName(workspace, owner, 'One');
    const duty = owedNameDuty(workspace, store);
    const running = duty.run(clock.nowMs);
    setName(workspace, owner, 'Two');
    await running;
    await duty.run(clock.nowMs);
    expect(store.told).toEqual(['One', 'Two']);
    expect(duty.dueAt()).toBeUndefined();
  }));

test('each rule that changed is told by Slack’s name for it', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    setRules(workspace, owner, { editWindowMinutes: 5, adminsInviteAlone: true });
    const { head } = workspace;
    setRules(workspace, owner, { editWindowMinutes: 5 });
    expect(workspace.head).toBe(head);
    expect(Object.fromEntries(heard(bench).rules)).toEqual({
      msg_edit_window_mins: 5,
      invites_only_admins: true,
    });
    expect(rules(bench.again())).toEqual({
      editWindowMinutes: 5,
      allowDeletion: true,
      adminsInviteAlone: true,
    });
    await Promise.resolve();
  }));

test('while inviting is for admins alone, members make no link, and theirs let nobody in', () =>
  onBench(async (bench) => {
    const { workspace, owner } = bench;
    const member = await invited(bench, 'mia');
    const wish = { role: 'member' as const, channelIds: [], maxUses: 1, days: 1 };
    const before = await createInvitation(workspace, member, wish);
    if (!before.ok) throw new Error(before.error);
    setRules(workspace, owner, { adminsInviteAlone: true });
    expect(errorOf(await createInvitation(workspace, member, wish))).toBe('restricted_action');
    expect(errorOf(await invitation(workspace, before.secret))).toBe('invitation_revoked');
    expect(errorOf(await invitation(workspace, await linkOf(bench)))).toBe('ok');
  }));
