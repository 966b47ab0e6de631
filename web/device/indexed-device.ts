import { openDB } from 'idb';
import type { DBSchema } from 'idb';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import type { Device, SeenList, SeenWindow, StoredDraft, Unsent } from './device.ts';
import { lastWordsOf } from './last-words.ts';
import { memoryDevice } from './memory-device.ts';

interface Tables extends DBSchema {
  outbox: { key: string; value: Unsent };
  drafts: { key: string; value: StoredDraft };
  settings: { key: string; value: { key: string; value: unknown } };
  seenList: { key: string; value: SeenList };
  seenWindows: { key: string; value: SeenWindow };
}

const version = 2;
const only = 'list';
export const deviceName = (teamId: TeamId, userId: UserId): string => `edgewise:${teamId}:${userId}`;

/** A database for each person in each workspace. Where the browser has none to give, memory has to do. */
export async function openDevice(teamId: TeamId, userId: UserId): Promise<Device> {
  try {
    return await openIndexed(deviceName(teamId, userId));
  } catch (error) {
    console.warn('nothing will outlive this page:', error);
    return memoryDevice();
  }
}

async function openIndexed(name: string): Promise<Device> {
  const database = await openDB<Tables>(name, version, {
    upgrade: (fresh, from) => {
      if (from < 1) {
        fresh.createObjectStore('outbox', { keyPath: 'id' });
        fresh.createObjectStore('drafts', { keyPath: 'key' });
        fresh.createObjectStore('settings', { keyPath: 'key' });
      }
      if (from < 2) {
        fresh.createObjectStore('seenList');
        fresh.createObjectStore('seenWindows', { keyPath: 'channelId' });
      }
    },
    // A newer page of ours waits for this one to let go.
    blocking: () => database.close(),
  });
  const lastWords = lastWordsOf(name);
  const putDraft = async (draft: StoredDraft): Promise<void> => {
    lastWords.keep(draft);
    if (draft.text === '') await database.delete('drafts', draft.key);
    else await database.put('drafts', draft);
    lastWords.drop(draft);
  };
  return {
    outbox: {
      all: async () => (await database.getAll('outbox')).toSorted((one, other) => one.order - other.order),
      put: async (record) => void (await database.put('outbox', record)),
      remove: (id) => database.delete('outbox', id),
    },
    drafts: {
      all: async () => {
        // What a page that went away could not finish is newer than what lies here.
        for (const draft of lastWords.all()) await putDraft(draft);
        return database.getAll('drafts');
      },
      put: putDraft,
    },
    settings: {
      get: async (key) => (await database.get('settings', key))?.value,
      put: async (key, value) => void (await database.put('settings', { key, value })),
    },
    seen: {
      list: () => database.get('seenList', only),
      putList: async (list) => void (await database.put('seenList', list, only)),
      windows: () => database.getAll('seenWindows'),
      putWindow: async (window) => void (await database.put('seenWindows', window)),
      removeWindow: (channelId) => database.delete('seenWindows', channelId),
      clear: async () => {
        await Promise.all([database.clear('seenList'), database.clear('seenWindows')]);
      },
    },
    close: () => database.close(),
  };
}
