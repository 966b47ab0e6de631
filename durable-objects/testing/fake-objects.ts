import { mintId } from '../../platform/secrets/mint.ts';
import type { Objects } from '../../platform/objects.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type {
  ChannelCreation,
  ChannelObject,
  PostCommand,
  RenameCommand,
  Seat,
} from '../../protocol/objects/channel.ts';
import type { Delivery, DeliveryAnswer } from '../../protocol/objects/delivery.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import type { GatewayObject, PersonalPush, Revocation } from '../../protocol/objects/gateway.ts';
import type { MemberObject, PersonCopy } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';

/** `before`: the call is lost. `after`: it is carried out, and its answer is lost. */
export type Fault = 'before' | 'after' | undefined;

/** The other objects, for tests of one: they keep what they were told, and fail when they are asked to. */
export class FakeObjects implements Pick<Objects, 'channel' | 'directory' | 'gateway' | 'member'> {
  readonly created = new Map<ChannelId, ChannelCreation>();
  readonly voided = new Set<ChannelId>();
  /** What a rename is refused with. */
  renameRefusal: 'not_authorized' | undefined;
  readonly renames = new Map<ChannelId, number>();
  readonly admitted = new Map<ChannelId, UserId[]>();
  readonly copies = new Map<UserId, PersonCopy>();
  readonly ownChannels = new Map<UserId, ChannelId[]>();
  readonly pushes: PersonalPush[] = [];
  readonly revocations: { readonly holder: string; readonly revocation: Revocation }[] = [];
  readonly expelled = new Map<ChannelId, UserId[]>();
  readonly deliveries: Delivery[] = [];
  /** What channels stored: a repeat of a `clientMessageId` is no second one. */
  readonly posts: { readonly channel: ChannelId; readonly actor: Actor; readonly command: PostCommand }[] =
    [];
  /** What a channel says to each post. */
  readonly postRefusals = new Map<ChannelId, string>();
  /** A channel that does not answer, others do. */
  readonly downChannels = new Map<ChannelId, Fault>();
  /** In what order others were told. */
  readonly calls: string[] = [];
  /** The direct channel that everybody has with everybody. */
  readonly directId = mintId('D');
  directoryFault: Fault;
  channelFault: Fault;
  memberFault: Fault;
  gatewayFault: Fault;

  channel(id: ChannelId): ChannelObject {
    const create = (creation: ChannelCreation) => {
      if (this.voided.has(id)) return refuse('void');
      if (!this.created.has(id)) this.created.set(id, creation);
      return accept({ summary: summaryOf(this.created.get(id) ?? creation) });
    };
    const settleCreation = () => {
      if (!this.created.has(id)) this.voided.add(id);
      return { created: this.created.has(id) };
    };
    const admit = (seats: readonly Seat[]) => {
      const people = [...(this.admitted.get(id) ?? []), ...seats.map(({ userId }) => userId)];
      this.admitted.set(id, [...new Set(people)]);
      return accept({});
    };
    const post = (actor: Actor, command: PostCommand) => {
      const refusal = this.postRefusals.get(id);
      if (refusal !== undefined) return refuse(refusal);
      const isKnown = this.posts.some(
        (known) => known.channel === id && known.command.clientMessageId === command.clientMessageId,
      );
      if (!isKnown) this.posts.push({ channel: id, actor, command });
      return accept({});
    };
    const fault = () => this.downChannels.get(id) ?? this.channelFault;
    const told = (creation: ChannelCreation) => ({
      ...summaryOf(creation),
      rev: 1 + (this.renames.get(id) ?? 0),
    });
    const rename = ({ name, number }: RenameCommand) => {
      const creation = this.created.get(id);
      if (creation === undefined) return refuse('channel_not_found');
      if (this.renameRefusal !== undefined) return refuse(this.renameRefusal);
      if (creation.name === name) return accept({ summary: told(creation) });
      if (number <= (this.renames.get(id) ?? 0)) return refuse('void');
      this.renames.set(id, number);
      this.created.set(id, { ...creation, name });
      return accept({ summary: told({ ...creation, name }) });
    };
    const settleRename = ({ name, number }: RenameCommand) => {
      const creation = this.created.get(id);
      if (creation?.name === name) return { renamed: true, summary: told(creation) };
      this.renames.set(id, Math.max(number, this.renames.get(id) ?? 0));
      return { renamed: false };
    };
    return {
      post: (actor: Actor, command: PostCommand) =>
        this.#call(`post ${id}`, fault, () => post(actor, command)),
      rename: (_actor: Actor, command: RenameCommand) =>
        this.#call(`rename ${id}`, fault, () => rename(command)),
      settleRename: (command: RenameCommand) =>
        this.#call(`settle rename ${id}`, fault, () => settleRename(command)),
      create: (creation: ChannelCreation) => this.#call(`create ${id}`, fault, () => create(creation)),
      settleCreation: () => this.#call(`settle ${id}`, fault, settleCreation),
      admit: (seats: readonly Seat[]) => this.#call(`admit ${id}`, fault, () => admit(seats)),
      expel: (userId: UserId) =>
        this.#call(`expel ${id}`, fault, () => {
          this.expelled.set(id, [...(this.expelled.get(id) ?? []), userId]);
          return accept({});
        }),
      revoke: (revocation: Revocation) =>
        this.#call(`revoke ${id}`, fault, () => {
          this.revocations.push({ holder: id, revocation });
        }),
    } as unknown as ChannelObject;
  }

  directory(): DirectoryObject {
    return {
      openDirect: (actor: Actor, others: readonly UserId[]) =>
        this.#call(
          `openDirect ${[actor.userId, ...others].join()}`,
          () => this.directoryFault,
          () => accept({ summary: { id: this.directId }, already: true }),
        ),
    } as unknown as DirectoryObject;
  }

  member(_team: string, userId: UserId): MemberObject {
    const fault = () => this.memberFault;
    return {
      setPerson: (copy: PersonCopy) =>
        this.#call(`setPerson ${userId}`, fault, () => {
          this.copies.set(userId, copy);
          return accept({});
        }),
      memberships: () =>
        this.#call(`memberships ${userId}`, fault, () =>
          (this.ownChannels.get(userId) ?? []).map((channelId) => ({ channelId })),
        ),
      membership: (id: ChannelId) =>
        this.#call(`membership ${userId}`, fault, () =>
          this.ownChannels.get(userId)?.includes(id) ? { channelId: id } : undefined,
        ),
    } as unknown as MemberObject;
  }

  gateway(): ReturnType<Objects['gateway']> {
    const gateway: Pick<GatewayObject, 'deliver' | 'push' | 'revoke'> = {
      deliver: async (delivery): Promise<DeliveryAnswer> => {
        this.deliveries.push(delivery);
        return { state: 'applied', head: delivery.from + delivery.entries.length - 1 };
      },
      push: async (push) => {
        this.pushes.push(push);
      },
      revoke: (revocation) =>
        this.#call(
          'revoke gateway',
          () => this.gatewayFault,
          () => {
            this.revocations.push({ holder: 'gateway', revocation });
          },
        ),
    };
    return gateway as unknown as ReturnType<Objects['gateway']>;
  }

  async #call<T>(name: string, fault: () => Fault, work: () => T): Promise<T> {
    await Promise.resolve();
    this.calls.push(name);
    const kind = fault();
    if (kind === 'before') throw new Error(`lost: ${name}`);
    const answer = work();
    if (kind === 'after') throw new Error(`answer lost: ${name}`);
    return answer;
  }
}

function summaryOf(creation: ChannelCreation): ChannelSummary {
  const nothing = { value: '', creator: '', lastSet: 0 };
  return {
    id: creation.id,
    kind: creation.kind,
    name: creation.name,
    isGeneral: creation.isGeneral,
    isArchived: false,
    created: 1,
    creator: creation.creator,
    topic: nothing,
    purpose: nothing,
    previousNames: [],
    memberCount: creation.seats.length,
    updatedMs: 1_000,
    ...(creation.id.startsWith('C') ? {} : { people: creation.seats.map(({ userId }) => userId) }),
    rev: 1,
  };
}
