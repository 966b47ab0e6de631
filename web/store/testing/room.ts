import { beforeEach } from 'vitest';
import type { ChannelId } from '../../../protocol/ids.ts';
import { general, random } from '../../gateway/testing/sample.ts';
import type { Row } from '../contract.ts';
import { FakeBrowser } from './fake-browser.ts';
import type { OpenTab } from './fake-browser.ts';
import { FakeServer } from './fake-server.ts';

/** A server with two channels, and a browser; both are new for each test. */
export class Room {
  server = new FakeServer();
  browser = new FakeBrowser(this.server);

  renew(): void {
    this.server = new FakeServer();
    this.server.channel(general);
    this.server.channel(random);
    this.browser = new FakeBrowser(this.server);
  }

  settled(ms = 10): Promise<void> {
    return this.browser.clock.advance(ms);
  }

  async enter(tab: OpenTab, id: ChannelId = general): Promise<void> {
    tab.workspace.timelines.enter(id);
    await this.settled();
  }
}

export function useRoom(): Room {
  const room = new Room();
  beforeEach(() => room.renew());
  return room;
}

/** An unsent message in brackets. */
export const textOf = (row: Row): string =>
  row.kind === 'pending' ? `(${row.pending.text})` : row.message.text;
export const shown = ({ workspace }: OpenTab, id: ChannelId = general): string[] =>
  workspace.timelines.window(id).get().rows.map(textOf);
export const stateOf = ({ workspace }: OpenTab): string => workspace.$connection.get().state;
export const unread = ({ workspace }: OpenTab, id: ChannelId = general): number | undefined =>
  workspace.channels.line(id).get()?.unread;
