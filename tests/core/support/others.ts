import type { Objects } from '../../../platform/objects.ts';
import type { ChannelSummary } from '../../../protocol/channel-summary.ts';
import type { ChannelId, UsergroupId, UserId } from '../../../protocol/ids.ts';
import type {
  Delivery,
  DeliveryAnswer,
  LogEntry,
  MemberDelivery,
} from '../../../protocol/objects/delivery.ts';
import type { DirectoryObject } from '../../../protocol/objects/directory.ts';
import type { MemberObject } from '../../../protocol/objects/member.ts';

type Gateway = ReturnType<Objects['gateway']>;

/** The other objects, for tests of a channel alone: they keep what they are told, and the test may have them fail. */
export class Others implements Objects {
  readonly received: { readonly userId: UserId; readonly delivery: MemberDelivery }[] = [];
  readonly deliveries: { readonly shard: number; readonly delivery: Delivery }[] = [];
  readonly summaries: ChannelSummary[] = [];
  /** Channels that the Directory was told to forget, with who else had been told by then. */
  readonly forgotten: { readonly channelId: ChannelId; readonly told: readonly UserId[] }[] = [];
  /** What each gateway has applied, in order. */
  readonly applied = new Map<number, LogEntry[]>();
  readonly heads = new Map<number, number>();
  /** Before a call is carried out: a throw loses it. */
  beforeMember: (userId: UserId, delivery: MemberDelivery) => Promise<void> | void = () => undefined;
  beforeGateway: (shard: number, delivery: Delivery) => Promise<void> | void = () => undefined;
  /** After it: a throw loses the answer. */
  afterGateway: (shard: number) => Promise<void> | void = () => undefined;
  beforeDirectory: () => Promise<void> | void = () => undefined;
  /** Who is in which user group now. */
  readonly usergroups = new Map<UsergroupId, UserId[]>();

  member(_team: string, userId: UserId): MemberObject {
    const member: Pick<MemberObject, 'receive'> = {
      receive: async (delivery) => {
        await this.beforeMember(userId, delivery);
        this.received.push({ userId, delivery });
      },
    };
    return member as MemberObject;
  }

  gateway(_team: string, shard: number): Gateway {
    const gateway: Pick<Gateway, 'deliver'> = {
      deliver: async (delivery) => {
        await this.beforeGateway(shard, delivery);
        const answer = this.#apply(shard, delivery);
        await this.afterGateway(shard);
        return answer;
      },
    };
    return gateway as Gateway;
  }

  directory(): DirectoryObject {
    const directory: Pick<DirectoryObject, 'summarise' | 'forgetChannel' | 'usergroupPeople'> = {
      forgetChannel: async (channelId) => {
        await this.beforeDirectory();
        const left = this.received.filter(({ delivery }) =>
          delivery.memberships.some(({ change }) => change === 'left'),
        );
        this.forgotten.push({ channelId, told: left.map(({ userId }) => userId) });
      },
      summarise: async (summary) => {
        await this.beforeDirectory();
        this.summaries.push(summary);
      },
      usergroupPeople: async (ids) => {
        await this.beforeDirectory();
        return ids.map((usergroupId) => ({ usergroupId, users: this.usergroups.get(usergroupId) ?? [] }));
      },
    };
    return directory as DirectoryObject;
  }

  channel(): never {
    throw new Error('a channel asks no channel');
  }

  /** What a person's Member was told, in order. */
  newsOf(userId: UserId): MemberDelivery[] {
    return this.received.filter((one) => one.userId === userId).map(({ delivery }) => delivery);
  }

  /** As a gateway does it: a numbered replica. */
  #apply(shard: number, delivery: Delivery): DeliveryAnswer {
    this.deliveries.push({ shard, delivery });
    const { attach, from, entries } = delivery;
    const known = this.heads.get(shard);
    const isNews = attach !== undefined && (attach.skipped || (known ?? -1) < attach.head);
    const head = isNews ? attach.head : known;
    if (head === undefined) return { state: 'attach' };
    if (from > head + 1) return { state: 'expected', from: head + 1 };
    const news = entries.filter(({ seq }) => seq > head);
    this.applied.set(shard, [...(this.applied.get(shard) ?? []), ...news]);
    this.heads.set(shard, news.at(-1)?.seq ?? head);
    return { state: 'applied', head: news.at(-1)?.seq ?? head };
  }
}
