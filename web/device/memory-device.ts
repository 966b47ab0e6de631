import type { Device, StoredDraft, Unsent } from './device.ts';

/** A device that forgets with the page. */
export function memoryDevice(): Device {
  const outbox = new Map<string, Unsent>();
  const drafts = new Map<string, StoredDraft>();
  const settings = new Map<string, unknown>();
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
    close: () => undefined,
  };
}
