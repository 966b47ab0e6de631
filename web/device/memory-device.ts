import type { Device, SeenList, SeenWindow, StoredDraft, Unsent } from './device.ts';

/** A device that forgets with the page. */
export function memoryDevice(): Device {
  const outbox = new Map<string, Unsent>();
  const drafts = new Map<string, StoredDraft>();
  const settings = new Map<string, unknown>();
  const windows = new Map<string, SeenWindow>();
  let seenList: SeenList | undefined;
  return {
    outbox: {
      all: async () => [...outbox.values()].toSorted((one, other) => one.order - other.order),
      put: async (record) => void outbox.set(record.id, record),
      remove: async (id) => void outbox.delete(id),
    },
    drafts: {
      all: async () => [...drafts.values()],
      put: async (draft) => {
        if (draft.text === '') drafts.delete(draft.key);
        else drafts.set(draft.key, draft);
      },
    },
    settings: {
      get: async (key) => settings.get(key),
      put: async (key, value) => void settings.set(key, value),
    },
    seen: {
      list: async () => seenList,
      putList: async (list) => {
        seenList = list;
      },
      windows: async () => [...windows.values()],
      putWindow: async (window) => void windows.set(window.channelId, window),
      removeWindow: async (channelId) => void windows.delete(channelId),
      clear: async () => {
        seenList = undefined;
        windows.clear();
      },
    },
    close: () => undefined,
  };
}
