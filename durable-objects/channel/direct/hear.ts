import type { BucketSize } from '../../../domain/rate-limits/token-bucket.ts';
import { admit, rateLimited } from '../../gateway/admit.ts';
import type { Working } from '../../gateway/admit.ts';
import { keepPlace } from '../../gateway/keep-place.ts';
import { readFrame } from '../../gateway/read-frame.ts';
import type { Session } from '../../gateway/session.ts';
import { withinLimit } from '../../log/time-limit.ts';
import { requireMember } from '../access.ts';
import { post } from '../post.ts';
import { threadPosition } from '../read-threads.ts';
import { positionAt } from '../read.ts';
import type { Room } from '../room.ts';
import { typing } from '../typing.ts';
import { greet, resume } from './greet.ts';

const callLimitMs = 5_000;

interface Limits {
  readonly bucket: BucketSize;
  /** Of the channel, whichever way a post comes. */
  takePost(): boolean;
}

/** One frame of a socket straight to the channel: what a gateway takes, for this channel alone. */
export async function hear(
  room: Room,
  session: Session,
  data: string | ArrayBuffer,
  limits: Limits,
): Promise<void> {
  const read = readFrame(data);
  if ('error' in read) {
    session.send(read);
    session.refused(room.now());
    return;
  }
  const { frame } = read;
  const echo = 'id' in frame && frame.id !== undefined ? { id: frame.id } : {};
  // While the first hello is answered the credential is not checked again yet, so nothing is resumed.
  const refusal = admit(
    { phase: session.state.phase, inflow: session.inflow },
    frame,
    limits.bucket,
    room.now(),
  );
  if (refusal !== undefined || (frame.type === 'message' && !limits.takePost())) {
    session.send({ type: 'error', ...echo, ...(refusal ?? rateLimited) });
    session.refused(room.now());
    return;
  }
  if (frame.type === 'ping') session.send({ type: 'pong', ...echo });
  else if (frame.type === 'position') session.report(frame.frames);
  else if (frame.type === 'hello') {
    await (session.state.phase === 'new'
      ? greet(room, session, frame)
      : resume(room, session, frame.cursors));
  } else {
    await obey(room, session, frame, echo);
  }
}

async function obey(
  room: Room,
  session: Session,
  frame: Working,
  echo: { id?: number | string },
): Promise<void> {
  const { caller } = session.state;
  const { id: channel } = room.requireMeta();
  const refuse = (error: string): void => {
    session.send({ type: 'error', ...echo, error });
  };
  if (frame.type === 'subscribe' || frame.type === 'unsubscribe') return refuse('unknown_type');
  if (frame.channel !== channel) return refuse('channel_not_found');
  const isSaying = frame.type === 'message' || frame.type === 'typing';
  const scope = isSaying ? 'chat:write' : 'channels:write';
  if (!caller.scopes.includes(scope)) return refuse('missing_scope');
  switch (frame.type) {
    case 'message': {
      const answer = post(room, caller, {
        text: frame.text,
        broadcast: frame.reply_broadcast,
        ...(frame.client_msg_id === undefined ? {} : { clientMessageId: frame.client_msg_id }),
        ...(frame.thread_ts === undefined ? {} : { threadTs: frame.thread_ts }),
      });
      if (!answer.ok) return refuse(answer.error);
      const { ts, client_msg_id: key } = answer.message;
      const repeat = key === undefined ? {} : { client_msg_id: key };
      session.send({ type: 'ack', ...echo, channel, ts, seq: answer.seq, ...repeat });
      return;
    }
    case 'typing': {
      const member = requireMember(room, caller);
      if (!member.ok) return refuse(member.error);
      await typing(room, caller, frame.thread_ts);
      session.send({ type: 'ack', ...echo, channel });
      return;
    }
    case 'mark':
    case 'follow':
    case 'unfollow': {
      const member = room.objects.member(caller.teamId, caller.userId);
      const kept = await withinLimit(
        frame.type,
        callLimitMs,
        keepPlace(placesOf(room), member, session, frame),
      );
      if (kept === undefined) return;
      if (!kept.ok) return refuse(kept.error);
      const place = frame.type === 'mark' ? { ts: frame.ts } : {};
      session.send({ type: 'ack', ...echo, channel, ...place });
    }
  }
}

const placesOf = (room: Room): Parameters<typeof keepPlace>[0] => ({
  positionAt: async (...asked) => positionAt(room, ...asked),
  threadPosition: async (...asked) => threadPosition(room, ...asked),
});
