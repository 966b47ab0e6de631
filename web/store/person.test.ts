import { describe, expect, test } from 'vitest';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { ann, bob, general, random, teamId, user } from '../gateway/testing/sample.ts';
import { makeGate } from './testing/gate.ts';
import { useRoom } from './testing/room.ts';

const room = useRoom();

describe('drafts', () => {
  test('survive a reload, for a channel and for a thread', async () => {
    const ts = '1700000000.000001' as Timestamp;
    const tab = await room.browser.open();
    tab.workspace.drafts.set(general, 'channel');
    tab.workspace.drafts.set(general, 'thread', ts);
    await room.settled(500);
    tab.crash();
    const next = await room.browser.open();
    expect(next.workspace.drafts.draft(general).get()).toBe('channel');
    expect(next.workspace.drafts.draft(general, ts).get()).toBe('thread');
    expect(next.workspace.channels.line(general).get()?.hasDraft).toBe(true);
  });

  test('what is typed before the device answers is not overwritten by what lay there', async () => {
    const tab = await room.browser.open();
    tab.workspace.drafts.set(general, 'old');
    await room.settled(500);
    tab.crash();
    const gate = holdDevice();
    const next = await room.browser.open();
    next.workspace.drafts.set(general, 'new');
    gate.open();
    await room.settled(1_000);
    expect(next.workspace.drafts.draft(general).get()).toBe('new');
  });

  test('an emptied one is gone', async () => {
    const tab = await room.browser.open();
    tab.workspace.drafts.set(general, 'x');
    await room.settled(500);
    tab.workspace.drafts.set(general, '');
    await room.settled(500);
    expect(await room.browser.devices.get(`${teamId}:${ann}`)?.drafts.all()).toEqual([]);
  });
});

/** The device is opened only once the gate is. */
function holdDevice() {
  const gate = makeGate();
  const { openDevice } = room.browser;
  Object.defineProperty(room.browser, 'openDevice', {
    value: async (...args: Parameters<typeof openDevice>) => {
      await gate.passed;
      return openDevice(...args);
    },
  });
  return gate;
}

describe('people, typing, preferences', () => {
  test('names come by pages once, by frames after that, and one by one where unknown', async () => {
    const tab = await room.browser.open();
    const { people } = tab.workspace;
    expect(people.person(bob).get()?.real_name).toBe('Bob');
    const eve = 'U0EEEEEEEEEE' as typeof bob;
    room.server.users.set(eve, user(eve, 'Eve'));
    people.person(eve);
    await room.settled();
    expect(people.person(eve).get()?.real_name).toBe('Eve');
    tab.network.last.say({
      type: 'user_change',
      user: user(bob, 'Bobby'),
      cache_ts: 1,
      event_ts: '1',
      team: teamId,
      seq: 6,
    });
    await room.settled();
    expect(people.person(bob).get()?.real_name).toBe('Bobby');
    expect(people.search('bo').map(({ id }) => id)).toEqual([bob]);
    expect(people.search('', { first: new Set([bob]) })[0]?.id).toBe(bob);
  });

  test('an address that was read stays when a frame tells of the person without it', async () => {
    const told = user(bob, 'Bob');
    room.server.users.set(bob, { ...told, profile: { ...told.profile, email: 'bob@example.com' } });
    const tab = await room.browser.open();
    const { people } = tab.workspace;
    tab.network.last.say({
      type: 'user_change',
      user: user(bob, 'Bobby'),
      cache_ts: 1,
      event_ts: '1',
      team: teamId,
      seq: 6,
    });
    await room.settled();
    expect(people.person(bob).get()).toMatchObject({
      real_name: 'Bobby',
      profile: { email: 'bob@example.com' },
    });
    expect(people.$all.get().find(({ id }) => id === bob)?.profile.email).toBe('bob@example.com');
  });

  test('one’s own role changes while one looks', async () => {
    const tab = await room.browser.open();
    expect(tab.workspace.$self.get()?.is_admin).toBe(false);
    tab.network.last.say({
      type: 'user_change',
      user: { ...user(ann, 'Ann'), is_admin: true },
      cache_ts: 1,
      event_ts: '1',
      team: teamId,
      seq: 6,
    });
    await room.settled();
    expect(tab.workspace.$self.get()?.is_admin).toBe(true);
  });

  test('a name is found without its accents', async () => {
    const eve = 'U0EEEEEEEEEE' as typeof bob;
    room.server.users.set(eve, user(eve, 'Éva Tőke'));
    const tab = await room.browser.open();
    expect(tab.workspace.people.search('toke').map(({ id }) => id)).toEqual([eve]);
  });

  test('who types is shown for some seconds, or until their message', async () => {
    const tab = await room.browser.open();
    const typists = tab.workspace.typing.typists(general);
    tab.network.last.say({ type: 'user_typing', channel: general, user: bob });
    expect(typists.get()).toEqual([bob]);
    await room.settled(6_500);
    expect(typists.get()).toEqual([]);
    tab.network.last.say({ type: 'user_typing', channel: general, user: bob });
    room.server.post(general, bob, 'there');
    await room.settled();
    expect(typists.get()).toEqual([]);
  });

  test('one’s own typing is told at most every 3 s', async () => {
    const tab = await room.browser.open();
    for (let n = 0; n < 50; n += 1) {
      tab.workspace.typing.note(general);
      await room.settled(100);
    }
    expect(tab.network.last.frames.filter(({ type }) => type === 'typing')).toHaveLength(2);
  });

  test.each([undefined, null, 7, 'x', [], { collapsed: 'C1', visits: { a: 1 } }, { collapsed: [1] }])(
    'preferences of another age do no harm: %j',
    async (stored) => {
      const device = await room.browser.openDevice(teamId, ann);
      await device.settings.put('preferences', stored);
      const tab = await room.browser.open();
      expect([...tab.workspace.preferences.$collapsed.get()]).toEqual([]);
      expect(tab.workspace.channels.frecency(general)).toBe(0);
    },
  );

  test('what is folded before the device answers is folded on top of what lay there', async () => {
    const tab = await room.browser.open();
    tab.workspace.preferences.setCollapsed('direct', true);
    tab.workspace.preferences.noteEmoji('tada');
    await room.settled();
    tab.crash();
    const gate = holdDevice();
    const next = await room.browser.open();
    next.workspace.preferences.setCollapsed('channels', true);
    next.workspace.preferences.noteEmoji('wave');
    gate.open();
    await room.settled();
    next.crash();
    const { preferences } = (await room.browser.open()).workspace;
    expect(preferences.$collapsed.get()).toEqual(new Set(['channels', 'direct']));
    expect(preferences.$recentEmoji.get()).toEqual(['wave', 'tada']);
  });

  test('what is starred is so at once, in another tab, and after a reload', async () => {
    const tab = await room.browser.open();
    const other = await room.browser.open();
    await tab.workspace.channels.setStarred(random, true);
    await room.settled();
    expect(other.workspace.channels.line(random).get()?.isStarred).toBe(true);
    expect([...other.workspace.channels.$starred.get()]).toEqual([random]);
    tab.crash();
    const next = await room.browser.open();
    expect([...next.workspace.channels.$starred.get()]).toEqual([random]);
    expect(await next.workspace.channels.setStarred(random, true)).toEqual({ ok: true });
    await next.workspace.channels.setStarred(random, false);
    await room.settled();
    expect([...other.workspace.channels.$starred.get()]).toEqual([]);
  });

  test('a star that the server refuses is taken back', async () => {
    const tab = await room.browser.open();
    room.server.isDown = true;
    const answer = tab.workspace.channels.setStarred(random, true);
    expect(tab.workspace.channels.line(random).get()?.isStarred).toBe(true);
    expect(await answer).toMatchObject({ ok: false, error: 'unreachable' });
    expect([...tab.workspace.channels.$starred.get()]).toEqual([]);
  });

  test('folded sections and the last channel survive a reload', async () => {
    const tab = await room.browser.open();
    const { preferences } = tab.workspace;
    preferences.setCollapsed('channels', true);
    preferences.noteEmoji('tada');
    await room.enter(tab);
    tab.crash();
    const next = await room.browser.open();
    expect([...next.workspace.preferences.$collapsed.get()]).toEqual(['channels']);
    expect(next.workspace.preferences.$lastChannel.get()).toBe(general);
    expect(next.workspace.channels.frecency(general)).toBeGreaterThan(
      next.workspace.channels.frecency(random),
    );
  });
});
