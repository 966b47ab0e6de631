import { DurableObject } from 'cloudflare:workers';
import { fullBucket, takeToken } from '../../domain/rate-limits/token-bucket.ts';
import type { BucketSize } from '../../domain/rate-limits/token-bucket.ts';
import type { BookmarkWords } from '../../domain/messages/decide-bookmark.ts';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import { mintBookmarkId } from '../../platform/secrets/mint.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import { heartbeat } from '../../protocol/frames.ts';
import type { MessageRules } from '../../protocol/message-rules.ts';
import type { Actor, Caller } from '../../protocol/objects/caller.ts';
import type {
  ChannelCreation,
  ChannelObject,
  EditCommand,
  EphemeralCommand,
  HistoryQuery,
  PostCommand,
  RenameCommand,
  RepliesQuery,
  Seat,
} from '../../protocol/objects/channel.ts';
import type { Revocation } from '../../protocol/objects/gateway.ts';
import { refuse } from '../../protocol/refusal.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { Duties } from '../log/duties.ts';
import { archive, unarchive } from './archive.ts';
import { attach } from './attach.ts';
import { addBookmark, bookmarks, editBookmark, removeBookmark } from './bookmark.ts';
import { close } from './close.ts';
import { convert } from './convert.ts';
import { create, settleCreation } from './create.ts';
import { setPurpose, setTopic } from './describe.ts';
import { closingDuty, destroy } from './destroy.ts';
import { answerTo } from '../gateway/answer-to.ts';
import { DirectSockets } from './direct/direct-sockets.ts';
import { hear } from './direct/hear.ts';
import { edit } from './edit.ts';
import { follow, leasesDuty, unfollow } from './follow.ts';
import { admit, expel, invite, join, kick, leave } from './membership.ts';
import { pick, standing } from './pick.ts';
import { mayPost, post } from './post.ts';
import { pin, pins, unpin } from './pin.ts';
import { postEphemeral } from './post-ephemeral.ts';
import { react, unreact } from './react.ts';
import { threadHeads, threadPosition } from './read-threads.ts';
import { history, info, members, message, packPage, positionAt, replies, since } from './read.ts';
import { remove } from './remove.ts';
import { rename, settleRename } from './rename.ts';
import { Room } from './room.ts';
import { discardSetAside, replaySetAside, setAside } from './set-aside.ts';
import { typing } from './typing.ts';

type Answer<Verb extends keyof ChannelObject> = ReturnType<ChannelObject[Verb]>;

/** One channel: hands each request to its verb. An object that was never created stays without a row. */
export class Channel extends DurableObject<Env> implements ChannelObject {
  readonly #room: Room;
  readonly #duties: Duties;
  readonly #direct: DirectSockets;
  /** Of one direct socket, as at a gateway. */
  readonly #frameSize: BucketSize;
  /** Of all posts together. */
  readonly #postSize: BucketSize;
  #postBucket: ReturnType<typeof fullBucket>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const room = new Room(ctx.storage, objectsOf(env), () => Date.now());
    this.#room = room;
    this.#duties = new Duties([
      room.fanout.duty,
      room.memberConsumer.duty,
      room.memberConsumer.owedDuty,
      room.directoryConsumer.duty,
      leasesDuty(room),
      closingDuty(room),
    ]);
    const { channelPostsPerSecond, tiers } = rateLimitsOf(env);
    this.#frameSize = tiers.posting;
    this.#postSize = { perSecond: channelPostsPerSecond, burst: channelPostsPerSecond };
    this.#postBucket = fullBucket(this.#postSize, Date.now());
    this.#direct = new DirectSockets(ctx, room);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(heartbeat.ping, heartbeat.pong));
    void ctx.blockConcurrencyWhile(() => room.alarm.load());
  }

  /** A socket straight to this channel. The Worker has authenticated and passes the Caller. */
  override async fetch(request: Request): Promise<Response> {
    const caller = JSON.parse(request.headers.get('x-edgewise-caller') ?? 'null') as Caller | null;
    return caller === null ? new Response('no caller\n', { status: 400 }) : this.#direct.accept(caller);
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const session = this.#direct.get(socket);
    if (session === undefined) return;
    try {
      await hear(this.#room, session, data, {
        bucket: this.#frameSize,
        takePost: () => this.#takePost() === undefined,
      });
    } catch (error) {
      console.warn(JSON.stringify({ event: 'socket_failed', reason: String(error) }));
      session.askToReconnect();
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#direct.closing(socket)?.end(answerTo(code), '');
  }

  override webSocketError(socket: WebSocket): void {
    this.#direct.closing(socket)?.end(1011, '');
  }

  /** From a Member: what its person's sockets here were opened by no longer holds. */
  async revoke(revocation: Revocation): Answer<'revoke'> {
    this.#direct.revoke(revocation);
  }

  create(creation: ChannelCreation): Answer<'create'> {
    return create(this.#room, creation, crypto.randomUUID());
  }

  async settleCreation(): Answer<'settleCreation'> {
    return settleCreation(this.#room);
  }

  async post(actor: Actor, command: PostCommand): Answer<'post'> {
    const retryAfterSeconds = this.#takePost();
    if (retryAfterSeconds !== undefined) return refuse('ratelimited', { retryAfterSeconds });
    return post(this.#room, actor, command);
  }

  async mayPost(actor: Actor, command: PostCommand): Answer<'mayPost'> {
    return mayPost(this.#room, actor, command);
  }

  async sayMe(actor: Actor, command: Pick<PostCommand, 'text' | 'clientMessageId'>): Answer<'sayMe'> {
    const said = await this.post(actor, { ...command, subtype: 'me_message' });
    if (said.ok) return said;
    switch (said.error) {
      case 'channel_not_found':
      case 'not_in_channel':
      case 'is_archived':
      case 'msg_too_long':
      case 'no_text':
      case 'ratelimited':
        return refuse(said.error, said);
      default:
        throw new Error(`words alone were refused as ${said.error}`);
    }
  }

  async postEphemeral(actor: Actor, userId: UserId, command: EphemeralCommand): Answer<'postEphemeral'> {
    const retryAfterSeconds = this.#takePost();
    if (retryAfterSeconds !== undefined) return refuse('ratelimited', { retryAfterSeconds });
    return postEphemeral(this.#room, actor, userId, command);
  }

  async edit(actor: Actor, command: EditCommand, rules?: MessageRules): Answer<'edit'> {
    return edit(this.#room, actor, command, rules);
  }

  async remove(actor: Actor, ts: Timestamp, rules?: MessageRules): Answer<'remove'> {
    return remove(this.#room, actor, ts, rules);
  }

  async react(actor: Actor, reaction: { ts: Timestamp; name: string }): Answer<'react'> {
    return react(this.#room, actor, reaction);
  }

  async unreact(actor: Actor, reaction: { ts: Timestamp; name: string }): Answer<'unreact'> {
    return unreact(this.#room, actor, reaction);
  }

  async pin(actor: Actor, ts: Timestamp): Answer<'pin'> {
    return pin(this.#room, actor, ts);
  }

  async unpin(actor: Actor, ts: Timestamp): Answer<'unpin'> {
    return unpin(this.#room, actor, ts);
  }

  async pins(viewer: Actor): Answer<'pins'> {
    return pins(this.#room, viewer);
  }

  async addBookmark(actor: Actor, words: BookmarkWords): Answer<'addBookmark'> {
    return addBookmark(this.#room, actor, words, mintBookmarkId());
  }

  async editBookmark(actor: Actor, id: string, words: Partial<BookmarkWords>): Answer<'editBookmark'> {
    return editBookmark(this.#room, actor, id, words);
  }

  async removeBookmark(actor: Actor, id: string): Answer<'removeBookmark'> {
    return removeBookmark(this.#room, actor, id);
  }

  async bookmarks(viewer: Actor): Answer<'bookmarks'> {
    return bookmarks(this.#room, viewer);
  }

  async info(viewer: Actor): Answer<'info'> {
    return info(this.#room, viewer);
  }

  async message(viewer: Actor, ts: Timestamp): Answer<'message'> {
    return message(this.#room, viewer, ts);
  }

  async standing(viewer: Actor, seqs: readonly number[]): Answer<'standing'> {
    return standing(this.#room, viewer, seqs);
  }

  async pick(viewer: Actor, seqs: readonly number[]): Answer<'pick'> {
    return pick(this.#room, viewer, seqs);
  }

  async history(viewer: Actor, query: HistoryQuery): Answer<'history'> {
    return packPage(history(this.#room, viewer, query));
  }

  async replies(viewer: Actor, query: RepliesQuery): Answer<'replies'> {
    return packPage(replies(this.#room, viewer, query));
  }

  async members(viewer: Actor, page: { after?: UserId; limit: number }): Answer<'members'> {
    return members(this.#room, viewer, page);
  }

  async positionAt(viewer: Actor, ts: Timestamp): Answer<'positionAt'> {
    return positionAt(this.#room, viewer, ts);
  }

  async threadHeads(
    viewer: Actor,
    threads: readonly Timestamp[],
    withParents: boolean,
  ): Answer<'threadHeads'> {
    return threadHeads(this.#room, viewer, threads, withParents);
  }

  async threadPosition(viewer: Actor, threadTs: Timestamp, ts?: Timestamp): Answer<'threadPosition'> {
    return threadPosition(this.#room, viewer, threadTs, ts);
  }

  async since(viewer: Actor, cursor: number): Answer<'since'> {
    return since(this.#room, viewer, cursor);
  }

  join(actor: Actor): Answer<'join'> {
    return join(this.#room, actor);
  }

  leave(actor: Actor): Answer<'leave'> {
    return leave(this.#room, actor);
  }

  invite(actor: Actor, seats: readonly Seat[], force: boolean): Answer<'invite'> {
    return invite(this.#room, actor, seats, force);
  }

  kick(actor: Actor, userId: UserId): Answer<'kick'> {
    return kick(this.#room, actor, userId);
  }

  admit(seats: readonly Seat[], inviter?: UserId): Answer<'admit'> {
    return admit(this.#room, seats, inviter);
  }

  expel(userId: UserId): Answer<'expel'> {
    return expel(this.#room, userId);
  }

  async setTopic(actor: Actor, topic: string): Answer<'setTopic'> {
    return setTopic(this.#room, actor, topic);
  }

  async setPurpose(actor: Actor, purpose: string): Answer<'setPurpose'> {
    return setPurpose(this.#room, actor, purpose);
  }

  archive(actor: Actor, asAdmin = false): Answer<'archive'> {
    return archive(this.#room, actor, asAdmin);
  }

  unarchive(actor: Actor, asAdmin = false): Answer<'unarchive'> {
    return unarchive(this.#room, actor, asAdmin);
  }

  convert(actor: Actor, kind: 'public' | 'private'): Answer<'convert'> {
    return convert(this.#room, actor, kind);
  }

  destroy(actor: Actor): Answer<'destroy'> {
    return destroy(this.#room, actor);
  }

  async close(actor: Actor): Answer<'close'> {
    return close(this.#room, actor);
  }

  async rename(actor: Actor, command: RenameCommand): Answer<'rename'> {
    return rename(this.#room, actor, command);
  }

  async settleRename(command: Pick<RenameCommand, 'name' | 'number'>): Answer<'settleRename'> {
    return settleRename(this.#room, command);
  }

  async setAside(viewer: Actor): Answer<'setAside'> {
    return setAside(this.#room, viewer);
  }

  replaySetAside(actor: Actor): Answer<'replaySetAside'> {
    return replaySetAside(this.#room, actor);
  }

  async discardSetAside(actor: Actor): Answer<'discardSetAside'> {
    return discardSetAside(this.#room, actor);
  }

  async follow(actor: Actor, shard: number): Answer<'follow'> {
    return follow(this.#room, actor, shard);
  }

  attach(actor: Actor): Answer<'attach'> {
    return attach(this.#room, actor);
  }

  async unfollow(teamId: TeamId, shard: number): Answer<'unfollow'> {
    unfollow(this.#room, teamId, shard);
  }

  async typing(actor: Actor, threadTs?: Timestamp): Answer<'typing'> {
    await typing(this.#room, actor, threadTs);
  }

  /** Delivers what a death or a failed call left behind; arms again for the earliest duty that is left. */
  override async alarm(): Promise<void> {
    const room = this.#room;
    room.alarm.fired();
    await this.#duties.run(room.now(), room.now);
    room.saveConsumers();
    const next = this.#duties.nextAt(room.now());
    if (next !== undefined) room.alarm.armBy(next);
  }

  /** One post of those that a channel takes a second; else when to come again. */
  #takePost(): number | undefined {
    const taken = takeToken(this.#postBucket, this.#postSize, Date.now());
    this.#postBucket = taken.bucket;
    return taken.retryAfterSeconds;
  }
}
