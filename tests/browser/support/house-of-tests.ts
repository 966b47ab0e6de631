import { join } from 'node:path';
import type { OutboxOwner } from '../../../dev/outbox-client.ts';
import type { HouseSettings } from '../../support/house.ts';
import { runFolder } from '../../support/run-folder.ts';

/** The house that global-setup.ts started, as the workers of a run know it. */
export const houseOfTests = (): OutboxOwner => JSON.parse(process.env[variable] ?? '{}') as OutboxOwner;

export function tellHouse({ url, outboxSecret }: OutboxOwner): void {
  process.env[variable] = JSON.stringify({ url, outboxSecret });
}
const variable = 'EDGEWISE_BROWSER_HOUSE';

export const clientFolder = (): string => join(runFolder(), 'web');

/** Many people of many tests come from one address, and tests fill their rooms faster than people do. */
export function houseSettings(): HouseSettings {
  const size = { perSecond: 100_000, burst: 100_000 };
  const limits = {
    tier1: size,
    tier2: size,
    tier3: size,
    tier4: size,
    posting: size,
    channelPostsPerSecond: 100_000,
  };
  return { client: clientFolder(), vars: { RATE_LIMITS: JSON.stringify(limits) } };
}
