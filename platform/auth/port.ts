import type { StoreObject } from '../../protocol/objects/store.ts';

/**
 * Accounts, as the API uses them. Embedded, they live in the one Store object, whose RPC interface this is; on
 * PlanetScale the same code runs in the Worker.
 */
export type Accounts = StoreObject;
