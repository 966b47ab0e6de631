import type { DownFrame } from '../../../protocol/down-frame.ts';
import type { HelloFrame } from '../../../protocol/frames.ts';
import type { ChannelId, TeamId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import { accept } from '../../../protocol/refusal.ts';
import { version } from '../../../protocol/version.ts';
import { until } from '../../core/support/faults.ts';
import type { Event, Frame } from '../../core/support/socket.ts';
import { objects } from '../../core/support/workspace.ts';
import { HeldMarks } from './held-marks.ts';
import { HeldWorkspace } from './held-workspace.ts';
import { Held } from './held.ts';
import type { Arrival, ClientHistory, HeldChannel } from './history.ts';
import { Link } from './link.ts';
import { patient, readChannel } from './read-channel.ts';

export interface ClientDeps {
  readonly teamId: TeamId;
  readonly shardCount: number;
  readonly tick: () => number;
  /** What a breakage makes of a frame on its way to this client. */
  readonly tamper: (client: Client, frame: Frame) => Frame[];
}

/** A gap that so many resumes do not close never closes. */
const resumesMax = 5;

type Place = Extract<DownFrame, { type: 'resumed' }>['channels'][string];

/**
 * A client as core.md has it: the cursor rule, resumes over gaps, the reducers of domain/timeline. It holds its
 * channels whole, so that what it shows can be compared with a fresh snapshot.
 */
export class Client {
  readonly name: string;
  readonly actor: Actor;
  readonly arrivals: Arrival[] = [];
  readonly complaints: string[] = [];
  readonly channels = new Map<ChannelId, Held>();
  readonly follows = new Set<ChannelId>();
  readonly followed = new Set<ChannelId>();
  readonly workspace = new HeldWorkspace();
  lastHello: HelloFrame | undefined;
  /** The next event frame is lost by this client. */
  mustDrop = false;
  readonly marks = new HeldMarks();
  readonly #deps: ClientDeps;
  readonly #link: Link;
  #isGreeted = false;
  #loads = 0;
  #live: ReadonlyMap<ChannelId, HeldChannel> | undefined;

  constructor(name: string, actor: Actor, deps: ClientDeps) {
    this.name = name;
    this.actor = actor;
    this.#deps = deps;
    this.#link = new Link(actor, {
      teamId: deps.teamId,
      shardCount: deps.shardCount,
      arrived: (sent) => {
        for (const frame of deps.tamper(this, sent)) this.take(frame);
      },
      lost: () => {
        this.#lost();
      },
    });
  }

  get isConnected(): boolean {
    return this.#link.isOpen;
  }

  /** Greeted, nothing being resumed, nothing being read. */
  get isIdle(): boolean {
    if (this.#loads > 0) return false;
    if (!this.isConnected) return true;
    const held = [...this.channels.values()];
    return this.#isGreeted && !this.workspace.isResuming && !held.some((one) => one.isResuming);
  }

  /** A socket, which says hello with the cursors of what is held. */
  async connect(): Promise<void> {
    if (this.isConnected) return;
    await this.#link.open();
    this.#isGreeted = false;
    this.#hello(
      [...this.channels.keys()].filter((id) => !this.follows.has(id)),
      true,
    );
  }

  disconnect(): void {
    this.#link.close();
  }

  /** Asks for what was missed of everything that is held. */
  resumeAll(): void {
    if (this.isConnected && this.#isGreeted) this.#hello([...this.channels.keys()], true);
  }

  /** Sends a frame and waits for its answer; undefined where it cannot be sent. */
  async ask(frame: Record<string, unknown>): Promise<Frame | undefined> {
    return this.#isGreeted ? this.#link.ask(frame) : undefined;
  }

  async follow(channel: ChannelId): Promise<void> {
    this.follows.add(channel);
    this.followed.add(channel);
    await this.#subscribe(channel);
  }

  /** What was sent to it before this is here, and what that made it ask for. */
  async settled(): Promise<void> {
    await this.rested();
    await this.ask({ type: 'ping' });
    await this.rested();
  }

  async rested(): Promise<void> {
    await until(() => this.isIdle, `${this.name} does not come to rest`);
  }

  /** Keeps what live delivery has given it. */
  keepLive(): void {
    this.#live = this.isConnected && this.#isGreeted ? this.#held((held) => held.droppedAt === 0) : undefined;
  }

  history(): ClientHistory {
    return {
      name: this.name,
      person: this.actor.userId,
      arrivals: this.arrivals,
      followed: this.followed,
      live: this.#live,
      resumed: this.#held(() => true),
      workspaceHead: this.workspace.head ?? 0,
      names: this.workspace.names,
      complaints: this.complaints,
    };
  }

  #held(isWanted: (held: Held) => boolean): Map<ChannelId, HeldChannel> {
    const wanted = [...this.channels].filter(([, held]) => isWanted(held));
    return new Map(
      wanted.map(([id, held]) => {
        const marks = this.marks.of(id);
        return [id, { timeline: held.timeline, mark: marks?.mark, named: marks?.named }];
      }),
    );
  }

  #hello(ids: readonly ChannelId[], isWithWorkspace = false): void {
    const cursors: Record<string, number> = {};
    for (const id of ids) {
      const held = this.channels.get(id);
      if (held === undefined || held.isHeadless) continue;
      held.isResuming = true;
      cursors[id] = held.timeline.head;
    }
    if (isWithWorkspace && this.workspace.head !== undefined) {
      this.workspace.isResuming = true;
      cursors[this.#deps.teamId] = this.workspace.head;
    }
    this.#link.send({ type: 'hello', version, cursors });
  }

  #lost(): void {
    this.#isGreeted = false;
    this.workspace.isResuming = false;
    for (const held of this.channels.values()) held.isResuming = false;
  }

  take(frame: Frame): void {
    this.arrivals.push({ tick: this.#deps.tick(), frame });
    switch (frame.type) {
      case 'hello':
        this.#greeted(frame);
        return;
      case 'resumed':
        this.#resumed(frame);
        return;
      case 'resume': {
        const { channels } = frame;
        const isHeld = (id: string): boolean =>
          id === this.#deps.teamId || this.channels.has(id as ChannelId);
        // Its person came into it within what was skipped: a new socket's hello lists it.
        if (!channels.every(isHeld)) {
          this.disconnect();
          return;
        }
        this.#hello(channels as ChannelId[], channels.includes(this.#deps.teamId));
        return;
      }
      case 'ack':
      case 'error':
      case 'pong':
      case 'subscribed':
        this.#link.answered(frame);
        return;
      default:
        this.#event(frame as Event);
    }
  }

  #greeted(hello: HelloFrame): void {
    this.lastHello = hello;
    this.#isGreeted = true;
    this.marks.greeted(hello);
    const listed = new Set(hello.channels.map(({ id }) => id));
    for (const id of this.channels.keys()) {
      if (!listed.has(id) && !this.follows.has(id)) this.channels.delete(id);
    }
    for (const line of hello.channels) {
      if (!this.channels.has(line.id)) this.#hold(line.id, line.head);
    }
    if (this.workspace.head === undefined) {
      this.workspace.head = hello.head;
      this.#load(this.#readPeople());
    }
    // Of a new socket: it follows nothing yet.
    for (const id of this.follows) {
      if (listed.has(id)) {
        // Its person is in it by now; the cursor was not in this hello.
        this.follows.delete(id);
        this.#hello([id]);
      } else this.#load(this.#subscribe(id));
    }
  }

  #resumed({ channels }: Extract<DownFrame, { type: 'resumed' }>): void {
    for (const [logId, place] of Object.entries(channels)) {
      if (logId === this.#deps.teamId) this.#workspaceResumed(place);
      else this.#channelResumed(logId as ChannelId, place);
    }
  }

  #channelResumed(id: ChannelId, place: Place): void {
    const held = this.channels.get(id);
    if (held === undefined) return;
    held.isResuming = false;
    if ('reset' in place) {
      this.#hold(id, undefined).inAt = held.inAt;
      return;
    }
    if (held.timeline.head >= place.head) {
      held.droppedAt = 0;
      held.resumes = 0;
      return;
    }
    if (held.droppedAt === 0) {
      this.complaints.push(`${id} resumed to ${place.head}, and what came ends at ${held.timeline.head}`);
    }
    held.resumes += 1;
    if (held.resumes > resumesMax) this.complaints.push(`${id} resumes without end`);
    else this.#hello([id]);
  }

  #workspaceResumed(place: Place): void {
    this.workspace.isResuming = false;
    if ('reset' in place) {
      // The Directory could not be asked. It has no pages: the next socket's hello says where it is.
      this.workspace.reset();
      this.disconnect();
      return;
    }
    if ((this.workspace.head ?? 0) < place.head) {
      if (!this.workspace.isDropped) {
        this.complaints.push(
          `the workspace resumed to ${place.head}, what came ends at ${this.workspace.head}`,
        );
      }
      this.#hello([], true);
      return;
    }
    this.workspace.isDropped = false;
  }

  #event(frame: Event): void {
    if (typeof frame.channel === 'string' && 'seq' in frame)
      this.#channelEvent(frame.channel as ChannelId, frame);
    else if ('seq' in frame) this.#workspaceEvent(frame);
    else this.marks.take(frame);
  }

  #channelEvent(id: ChannelId, frame: Event): void {
    const { userId } = this.actor;
    const isOwn = 'user' in frame && frame.user === userId;
    const held = this.channels.get(id);
    if (held === undefined) {
      // A new channel begins with one's own joining; anything else of it is the checker's to judge.
      if (frame.type === 'member_joined_channel' && isOwn) {
        const joined = this.#hold(id, frame.seq);
        joined.timeline = { ...joined.timeline, members: new Set([userId]) };
      }
      return;
    }
    const isLast = isOwn && frame.type === 'member_left_channel';
    // One's own removal is the last of its log: no gap would show that it is missing.
    if (this.mustDrop && !held.isResuming && !isLast) {
      this.mustDrop = false;
      held.droppedAt = frame.seq;
      return;
    }
    if (isOwn && frame.type === 'member_joined_channel') held.inAt = Math.max(held.inAt, frame.seq);
    // Not by the rows' head: after a reset those may have been read from outside, beyond the removal.
    if (isLast && frame.seq > Math.max(held.inAt, this.marks.of(id)?.listedAt ?? 0)) {
      // Whatever was missed before it is not this client's any more.
      this.channels.delete(id);
      this.marks.forget(id);
      return;
    }
    const state = held.take(frame);
    if (state === 'gap' && !held.isResuming) {
      if (held.droppedAt === 0)
        this.complaints.push(`gap in ${id}: ${frame.seq} after ${held.timeline.head}`);
      this.#hello([id]);
    }
    if (state !== 'applied' || !isOwn) return;
    if (frame.type === 'member_joined_channel' && this.follows.delete(id)) {
      this.#link.send({ type: 'unsubscribe', channels: [id] });
    }
  }

  #workspaceEvent(frame: Event): void {
    const { workspace } = this;
    if (this.mustDrop && !workspace.isResuming) {
      this.mustDrop = false;
      workspace.isDropped = true;
      return;
    }
    if (workspace.take(frame) !== 'gap' || workspace.isResuming) return;
    if (!workspace.isDropped) {
      this.complaints.push(`gap in the workspace: ${frame.seq} after ${workspace.head}`);
    }
    this.#hello([], true);
  }

  #hold(id: ChannelId, head: number | undefined): Held {
    const held = new Held(id, head);
    this.channels.set(id, held);
    this.#load(this.#read(id, held));
    return held;
  }

  async #subscribe(id: ChannelId): Promise<void> {
    const answer = await this.ask({ type: 'subscribe', channels: [id] });
    if (answer === undefined || answer.type !== 'subscribed') return;
    const granted = answer.channels[id];
    if (granted === undefined) {
      this.follows.delete(id);
      // It became private while this client was away: nothing more comes of what it holds.
      if (this.marks.of(id) === undefined) this.channels.delete(id);
      return;
    }
    const held = this.channels.get(id);
    if (held === undefined) this.#hold(id, granted.head);
    else if (held.timeline.head !== granted.head) this.#hello([id]);
  }

  async #read(id: ChannelId, held: Held): Promise<void> {
    held.reading();
    try {
      for await (const page of readChannel(id, this.actor)) {
        if ('members' in page) held.seat(page.members, page.facts);
        else if (held.merge(page.messages, page.head) && this.channels.get(id) === held) this.#hello([id]);
      }
      // A reset of what may not be read.
      if (held.isHeadless && this.channels.get(id) === held) this.channels.delete(id);
    } finally {
      held.ended();
    }
  }

  async #readPeople(): Promise<void> {
    // A new stub each time: one that threw is spent.
    const people = await patient(async () =>
      accept(await objects.directory(this.#deps.teamId).people({ limit: 100 })),
    );
    this.workspace.merge(people?.people ?? []);
  }

  #load(work: Promise<void>): void {
    this.#loads += 1;
    void work
      .catch(() => undefined)
      .finally(() => {
        this.#loads -= 1;
      });
  }
}
