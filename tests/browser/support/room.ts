import { ask } from '../../support/ask.ts';
import type { Arguments } from '../../../dev/client.ts';
import type { OutboxOwner } from '../../../dev/outbox-client.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { MethodName, MethodOutput } from '../../../protocol/methods.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { join, signUp, unique } from '../../support/workspace.ts';
import type { JoinSettings, TestPerson, TestWorkspace } from '../../support/workspace.ts';

export type { TestPerson };

/** A workspace of one test, filled through the API: what a browser shows of it is the browser's own doing. */
export class Room {
  readonly url: string;
  readonly workspace: TestWorkspace;
  readonly owner: TestPerson;
  readonly general: ChannelId;

  private constructor(url: string, workspace: TestWorkspace) {
    this.url = url;
    this.workspace = workspace;
    this.owner = workspace.owner;
    this.general = workspace.generalId as ChannelId;
  }

  static async make(house: OutboxOwner): Promise<Room> {
    return new Room(house.url, await signUp(house));
  }

  call<Name extends MethodName>(
    person: TestPerson,
    method: Name,
    args: Arguments<Name>,
  ): Promise<MethodOutput<Name>> {
    return ask(this.url, method, person.token, args);
  }

  join(realName: string, settings: Omit<JoinSettings, 'realName'> = {}): Promise<TestPerson> {
    return join(this.workspace, { ...settings, realName });
  }

  /** A public channel with these people besides the owner. */
  async channel(word: string, people: readonly TestPerson[] = []): Promise<Place> {
    const name = unique(word);
    const { channel } = await this.call(this.owner, 'conversations.create', { name });
    if (people.length > 0)
      await this.call(this.owner, 'conversations.invite', {
        channel: channel.id,
        users: people.map(({ userId }) => userId as UserId),
      });
    return { id: channel.id as ChannelId, name };
  }

  /** @returns its ts */
  async post(person: TestPerson, channel: ChannelId, text: string, threadTs?: string): Promise<Timestamp> {
    const { ts } = await this.call(person, 'chat.postMessage', {
      channel,
      text,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
    return ts as Timestamp;
  }

  /** One after the other, so that they stand in this order. @returns their ts */
  async postMany(
    person: TestPerson,
    channel: ChannelId,
    count: number,
    text: (index: number) => string,
  ): Promise<Timestamp[]> {
    const all: Timestamp[] = [];
    for (let index = 1; index <= count; index += 1) all.push(await this.post(person, channel, text(index)));
    return all;
  }

  /** Marks everything read, as an earlier visit would have. */
  async read(person: TestPerson, channel: ChannelId, ts: Timestamp): Promise<void> {
    await this.call(person, 'conversations.mark', { channel, ts });
  }

  path(channel: ChannelId, rest = ''): string {
    return `/w/${this.workspace.teamId}/${channel}${rest}`;
  }
}

export interface Place {
  readonly id: ChannelId;
  readonly name: string;
}
