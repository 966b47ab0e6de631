import type { Timeline } from '../../../domain/timeline/timeline.ts';
import type { ChannelKind, ChannelSummary } from '../../../protocol/channel-summary.ts';
import type { Message } from '../../../protocol/entities.ts';
import type { HelloFrame } from '../../../protocol/frames.ts';
import type { ChannelId, TeamId, UserId } from '../../../protocol/ids.ts';
import type { ShownEntry } from '../../core/support/shown.ts';
import type { Membership } from '../../../protocol/objects/member.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Frame } from '../../core/support/socket.ts';

/**
 * What a run leaves for the checker: what was done and answered, what each client got, and what is there at the end.
 * A tick is a place in the run: whatever is recorded later has a higher one.
 */
export interface History {
  readonly operations: readonly Operation[];
  readonly clients: readonly ClientHistory[];
  readonly channels: readonly ChannelTruth[];
  readonly workspace: WorkspaceTruth;
  readonly people: readonly PersonTruth[];
  /** What the run itself saw go wrong: a consumer that never got to the head, a client whose resume had no end. */
  readonly complaints: readonly string[];
}

interface Done {
  readonly start: number;
  readonly end: number;
  readonly person: UserId;
  readonly channel: ChannelId;
  /** `unknown`: no answer came; it may have been carried out, or may be still. */
  readonly outcome: 'ok' | 'refused' | 'unknown';
}
export type Post = Done & {
  readonly kind: 'post';
  readonly clientMessageId: string;
  readonly text: string;
  readonly ts?: Timestamp | undefined;
  readonly seq?: number | undefined;
};
export type Edit = Done & {
  readonly kind: 'edit';
  readonly ts: Timestamp;
  readonly text: string;
  readonly rev?: number | undefined;
};
export type Removal = Done & { readonly kind: 'remove'; readonly ts: Timestamp };
export type Move = Done & { readonly kind: 'join' | 'leave' | 'invite' | 'kick'; readonly subject: UserId };
export type MarkDone = Done & { readonly kind: 'mark'; readonly ts: Timestamp; readonly unread: boolean };
export type Operation = Post | Edit | Removal | Move | MarkDone;

export interface Arrival {
  readonly tick: number;
  readonly frame: Frame;
}

/** What a client holds of one channel. */
export interface HeldChannel {
  readonly timeline: Timeline;
  /** Of its person, as hello and pushes said. */
  readonly mark: number | undefined;
  /** Mentions by name, where a push said so since hello. */
  readonly named: number | undefined;
}

export interface ClientHistory {
  readonly name: string;
  readonly person: UserId;
  readonly arrivals: readonly Arrival[];
  /** Public channels that it ever followed: its socket may hear them also after a removal. */
  readonly followed: ReadonlySet<ChannelId>;
  /** When all was quiet and before it resumed: what live delivery alone has given it. Undefined if it was away. */
  readonly live: ReadonlyMap<ChannelId, HeldChannel> | undefined;
  readonly resumed: ReadonlyMap<ChannelId, HeldChannel>;
  /** The workspace's log as it holds it. */
  readonly workspaceHead: number;
  readonly names: ReadonlyMap<UserId, string>;
  /** Frames that broke what a client may rely on, as it saw them. */
  readonly complaints: readonly string[];
}

/** A channel as a reader finds it who starts at the end. */
export interface ChannelTruth {
  readonly id: ChannelId;
  readonly kind: ChannelKind;
  readonly head: number;
  readonly entries: readonly ShownEntry[];
  /** Of history and of every thread. */
  readonly rows: ReadonlyMap<Timestamp, Message>;
  readonly members: readonly UserId[];
  readonly summary: ChannelSummary;
  /** The Directory's copy. */
  readonly copy: ChannelSummary | undefined;
}

export interface WorkspaceTruth {
  readonly teamId: TeamId;
  readonly head: number;
  readonly names: ReadonlyMap<UserId, string>;
  readonly eventTimes: ReadonlyMap<number, string>;
}

export interface PersonTruth {
  readonly userId: UserId;
  readonly memberships: readonly Membership[];
  /** By channel and thread: up to which reply it is read. */
  readonly threadMarks: ReadonlyMap<string, number>;
  /** The first frame of a socket that was opened at the end. */
  readonly hello: HelloFrame;
}

export const threadKey = (channel: ChannelId, ts: string): string => `${channel} ${ts}`;
