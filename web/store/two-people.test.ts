import { describe, expect, test } from 'vitest';
import { ann, bob, general, random } from '../gateway/testing/sample.ts';
import { stateOf, unread, useRoom } from './testing/room.ts';

const room = useRoom();

describe('two on one device', () => {
  test('the second never sees nor sends what the first left', async () => {
    const tab = await room.browser.open();
    room.server.isDown = true;
    room.server.closeAll(1006);
    tab.workspace.messages.send(general, { text: 'of ann' });
    tab.workspace.drafts.set(general, 'draft of ann');
    await room.settled(1_000);
    tab.crash();
    room.server.isDown = false;
    room.server.cookie = bob;
    const next = await room.browser.open();
    await room.settled(5_000);
    expect(next.workspace.$self.get()?.id).toBe(bob);
    expect(next.workspace.messages.$unsent.get()).toEqual([]);
    expect(next.workspace.drafts.draft(general).get()).toBe('');
    expect(room.server.posts).toEqual([]);
    next.workspace.close();
    room.server.cookie = ann;
    const again = await room.browser.open();
    await room.settled();
    expect(room.server.posts).toEqual([{ by: ann, text: 'of ann' }]);
    expect(again.workspace.drafts.draft(general).get()).toBe('draft of ann');
  });

  test('a tab of the first locks when the second signs in, and sends nothing as them', async () => {
    const tab = await room.browser.open();
    room.server.cookie = bob;
    const other = await room.browser.open();
    expect(stateOf(tab)).toBe('user_changed');
    tab.workspace.messages.send(general, { text: 'too late' });
    await room.settled(60_000);
    expect(room.server.posts).toEqual([]);
    expect(stateOf(other)).toBe('live');
  });

  test('a socket that comes back as somebody else locks', async () => {
    const tab = await room.browser.open();
    tab.workspace.messages.send(random, { text: 'first' });
    await room.settled();
    room.server.cookie = bob;
    room.server.closeAll(1006);
    await room.settled(5_000);
    expect(stateOf(tab)).toBe('user_changed');
    expect(tab.workspace.$self.get()?.id).toBe(ann);
  });

  test('revoked while typing: locked at once, the draft is kept, nothing is sent, and it is there after', async () => {
    const tab = await room.browser.open();
    tab.workspace.drafts.set(general, 'half a thou');
    room.server.closeAll(4002);
    await room.settled();
    expect(stateOf(tab)).toBe('revoked');
    tab.workspace.drafts.set(general, 'half a thought');
    tab.workspace.messages.send(general, { text: 'no' });
    await room.settled(60_000);
    expect(room.server.posts).toEqual([]);
    expect(room.server.openSockets).toBe(0);
    tab.workspace.close();
    const again = await room.browser.open();
    expect(again.workspace.drafts.draft(general).get()).toBe('half a thought');
  });

  test.each([
    [4001, 'signed_out'],
    [4002, 'revoked'],
    [4005, 'outdated'],
  ])('a close with %i locks: %s', async (code, state) => {
    const tab = await room.browser.open();
    room.server.closeAll(code);
    await room.settled(1_000);
    expect(stateOf(tab)).toBe(state);
  });

  test('signing out locks the other tabs of the same person', async () => {
    const one = await room.browser.open();
    const two = await room.browser.open();
    one.workspace.tellSignedOut();
    expect([stateOf(one), stateOf(two)]).toEqual(['signed_out', 'signed_out']);
  });
});

describe('two tabs', () => {
  test('each sends its own; what a dead one left, one of the others takes over, once', async () => {
    const one = await room.browser.open();
    const two = await room.browser.open();
    const three = await room.browser.open();
    room.server.ignores = ({ type }) => type === 'message';
    one.workspace.messages.send(general, { text: 'left' });
    await room.settled();
    one.crash();
    room.server.ignores = () => false;
    room.server.closeAll(1006);
    await room.settled(2_000);
    expect(room.server.posts.map(({ text }) => text)).toEqual(['left']);
    expect(two.workspace.messages.$unsent.get()).toEqual([]);
    expect(three.workspace.messages.$unsent.get()).toEqual([]);
  });

  test('read state agrees, also without the server', async () => {
    room.server.post(general, bob, 'one');
    const one = await room.browser.open();
    const two = await room.browser.open();
    expect([unread(one), unread(two)]).toEqual([1, 1]);
    room.server.isDown = true;
    await room.enter(two);
    room.server.isDown = false;
    await room.enter(one);
    one.workspace.timelines.setLooking(general, true);
    expect([unread(one), unread(two)]).toEqual([0, 0]);
    await room.settled();
    expect(room.server.channel(general).unread(ann)).toBe(0);
  });

  test('a draft is the same in both', async () => {
    const one = await room.browser.open();
    const two = await room.browser.open();
    one.workspace.drafts.set(general, 'half');
    await room.settled(1_000);
    expect(two.workspace.drafts.draft(general).get()).toBe('half');
    expect(two.workspace.channels.line(general).get()?.hasDraft).toBe(true);
  });
});
