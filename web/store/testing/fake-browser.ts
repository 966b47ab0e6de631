import type { TeamId, UserId } from '../../../protocol/ids.ts';
import type { Call } from '../../api/call.ts';
import type { Device } from '../../device/device.ts';
import { memoryDevice } from '../../device/memory-device.ts';
import type { TabListener, TabMessage, Tabs } from '../../device/tabs.ts';
import { FakeClock } from '../../gateway/testing/fake-clock.ts';
import { FakeNetwork } from '../../gateway/testing/fake-socket.ts';
import { teamId } from '../../gateway/testing/sample.ts';
import * as keeper from '../keeper.ts';
import { LiveWorkspace } from '../workspace.ts';
import type { FakeServer } from './fake-server.ts';

interface Tab {
  readonly id: string;
  userId: UserId | undefined;
  listener: TabListener | undefined;
}

/** One browser: its tabs, and what lies on its device. A page that is reloaded is a new tab on the same device. */
export class FakeBrowser {
  readonly clock: FakeClock;
  readonly server: FakeServer;
  readonly devices = new Map<string, Device>();
  /** Sockets are refused, and calls get no answer. */
  isOffline = false;
  readonly #tabs = new Set<Tab>();
  #lastTab = 0;
  /** Who waits for some tab to be gone. */
  readonly #ended = new Set<() => void>();
  #queue: Promise<void> = Promise.resolve();

  constructor(server: FakeServer, clock: FakeClock = new FakeClock()) {
    this.server = server;
    this.clock = clock;
  }

  readonly openDevice = async (team: TeamId, userId: UserId): Promise<Device> => {
    const name = `${team}:${userId}`;
    const device = this.devices.get(name) ?? memoryDevice();
    this.devices.set(name, device);
    return device;
  };

  /** A tab that shows the workspace; live once it settled. */
  async open(): Promise<OpenTab> {
    this.#lastTab += 1;
    const tab: Tab = { id: `tab${this.#lastTab}`, userId: undefined, listener: undefined };
    const network = new FakeNetwork();
    network.onConnect = (far) => {
      if (this.isOffline) this.clock.after(1, () => far.close(1006));
      else this.server.accept(far);
    };
    const call: Call = async (...asked) =>
      this.isOffline ? { ok: false, error: 'unreachable' } : this.server.call(...asked);
    let ids = 0;
    const workspace = new LiveWorkspace({
      teamId,
      url: 'wss://edgewise.test/gateway',
      call,
      callAccount: call,
      connect: network.connect,
      hints: network.hints,
      clock: this.clock,
      tabs: this.#tabsOf(tab),
      openDevice: this.openDevice,
      keeper: async () => keeper,
      soon: (run) => void this.clock.after(0, run),
      newId: () => {
        ids += 1;
        return `${tab.id}-${ids}`;
      },
    });
    this.#tabs.add(tab);
    workspace.start();
    await this.clock.advance(10);
    const crash = (): void => {
      this.#end(tab);
      network.onConnect = () => undefined;
      network.last.isSilent = true;
    };
    return { workspace, network, crash };
  }

  #end(tab: Tab): void {
    this.#tabs.delete(tab);
    for (const resolve of this.#ended) resolve();
    this.#ended.clear();
  }

  #tabsOf(tab: Tab): Tabs {
    const others = (): Tab[] => [...this.#tabs].filter((other) => other !== tab);
    return {
      id: tab.id,
      alive: async () => new Set([...this.#tabs].map(({ id }) => id)),
      ended: async (id) => {
        while ([...this.#tabs].some((other) => other.id === id))
          await new Promise<void>((resolve) => this.#ended.add(resolve));
      },
      exclusively: (_name, run) => {
        const turn = this.#queue.then(run);
        this.#queue = turn.catch(() => undefined);
        return turn;
      },
      join: (userId, listener) => {
        tab.userId = userId;
        tab.listener = listener;
        for (const other of others()) if (other.userId !== userId) other.listener?.otherPerson();
      },
      tell: (message: TabMessage) => {
        for (const other of others()) if (other.userId === tab.userId) other.listener?.heard(message);
      },
      close: () => this.#end(tab),
    };
  }
}

export interface OpenTab {
  readonly workspace: LiveWorkspace;
  readonly network: FakeNetwork;
  /** Gone without a word: nothing of it is saved or closed. */
  readonly crash: () => void;
}
