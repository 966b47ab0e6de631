import { rmSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { bringChromium, launchChromium } from '../../tests/browser/chromium.ts';
import { buildClient } from '../../tests/browser/support/build-client.ts';
import { clientFolder, houseSettings } from '../../tests/browser/support/house-of-tests.ts';
import { Room } from '../../tests/browser/support/room.ts';
import { freePort } from '../../tests/support/free-port.ts';
import { startHouse } from '../../tests/support/house.ts';
import type { House } from '../../tests/support/house.ts';
import { Network } from './network.ts';

/** A house with the built client and a workspace in it, and a Chromium that looks at it. */
export interface Stage {
  readonly house: House;
  readonly room: Room;
  readonly browser: Browser;
  /** A way to the house of its own, which can be lost. */
  network(): Promise<Network>;
  end(): Promise<void>;
}

const networksMost = 4;

export async function raiseStage({ around }: { readonly around?: string } = {}): Promise<Stage> {
  const executable = await bringChromium();
  if (executable === undefined)
    throw new Error('no Chromium here: apt-get install chromium-headless-shell, or set CHROMIUM_PATH');
  await buildClient(clientFolder());
  const port = await freePort();
  const ports: number[] = [];
  while (ports.length < networksMost) ports.push(await freePort());
  const settings = houseSettings();
  const hosts = [port, ...ports].map((one) => `127.0.0.1:${one}`).join(',');
  const house = await startHouse({
    ...settings,
    port,
    vars: { ...settings.vars, DEV_HOSTS: hosts },
    ...(around === undefined ? {} : { around }),
  });
  const browser = await launchChromium(executable);
  const networks: Network[] = [];
  return {
    house,
    browser,
    room: await Room.make(house),
    network: async () => {
      const network = await Network.open(ports[networks.length] ?? (await freePort()), port);
      networks.push(network);
      return network;
    },
    end: async () => {
      await browser.close();
      for (const network of networks) network.close();
      await house.stop();
      rmSync(house.dataDir, { recursive: true, force: true });
    },
  };
}
