import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { buildWorker } from '../support/build-worker.ts';
import { startHouse } from '../support/house.ts';
import { makeRunFolder, runFolderVariable } from '../support/run-folder.ts';
import { buildClient } from './support/build-client.ts';
import { clientFolder, houseSettings, tellHouse } from './support/house-of-tests.ts';

/** Builds Worker and client once, and starts the house that most tests share. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = makeRunFolder();
  process.env[runFolderVariable] = folder;
  await Promise.all([buildWorker('dev/wrangler.toml', join(folder, 'build')), buildClient(clientFolder())]);
  const house = await startHouse(houseSettings());
  tellHouse(house);
  return async () => {
    await house.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
