import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ann, bob, general, teamId } from '../gateway/testing/sample.ts';
import type { Device, Unsent } from './device.ts';
import { deviceName, openDevice } from './indexed-device.ts';
import { memoryDevice } from './memory-device.ts';

const unsent = (id: string, order: number): Unsent => ({
  id,
  order,
  channelId: general,
  isBroadcast: false,
  text: id,
  createdMs: order,
  tab: 'tab1',
});

const devices: [string, () => Promise<Device>][] = [
  ['IndexedDB', () => openDevice(teamId, ann)],
  ['memory', async () => memoryDevice()],
];

describe.each(devices)('a device of %s', (_name, open) => {
  let device: Device;
  beforeEach(async () => {
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(deviceName(teamId, ann)).onsuccess = resolve;
    });
    device = await open();
    return () => device.close();
  });

  test('gives unsent messages back in the order in which they were written', async () => {
    await device.outbox.put(unsent('b', 2));
    await device.outbox.put(unsent('a', 3));
    await device.outbox.put(unsent('c', 1));
    await device.outbox.put({ ...unsent('a', 3), error: 'is_archived' });
    await device.outbox.remove('b');
    await device.outbox.remove('never there');
    expect(await device.outbox.all()).toEqual([unsent('c', 1), { ...unsent('a', 3), error: 'is_archived' }]);
  });

  test('keeps drafts by their key; an empty one is none', async () => {
    await device.drafts.put({ key: general, text: 'one' });
    await device.drafts.put({ key: `${general}:1.2`, text: 'two' });
    await device.drafts.put({ key: general, text: '' });
    expect(await device.drafts.all()).toEqual([{ key: `${general}:1.2`, text: 'two' }]);
  });

  test('keeps settings, whatever they are', async () => {
    expect(await device.settings.get('x')).toBeUndefined();
    await device.settings.put('x', { a: [1, { b: 'c' }] });
    expect(await device.settings.get('x')).toEqual({ a: [1, { b: 'c' }] });
  });
});

test('what is on a device outlives the page', async () => {
  const before = await openDevice(teamId, ann);
  await before.drafts.put({ key: general, text: 'kept' });
  before.close();
  const after = await openDevice(teamId, ann);
  expect(await after.drafts.all()).toEqual([{ key: general, text: 'kept' }]);
  after.close();
});

test('another person on it has another database', async () => {
  const first = await openDevice(teamId, ann);
  await first.outbox.put(unsent('secret', 1));
  const second = await openDevice(teamId, bob);
  expect(await second.outbox.all()).toEqual([]);
  expect(deviceName(teamId, ann)).not.toBe(deviceName(teamId, bob));
  first.close();
  second.close();
});

test('a browser without IndexedDB still works, until the page goes', async () => {
  const { indexedDB: real } = globalThis;
  Reflect.deleteProperty(globalThis, 'indexedDB');
  const device = await openDevice(teamId, ann);
  await device.drafts.put({ key: general, text: 'here' });
  expect(await device.drafts.all()).toHaveLength(1);
  globalThis.indexedDB = real;
});
