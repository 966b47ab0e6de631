import type { DownFrame } from '../../protocol/down-frame.ts';
import type { Scope } from '../../protocol/scopes.ts';
import { withinLimit } from '../log/time-limit.ts';
import { admit } from './admit.ts';
import type { Working } from './admit.ts';
import type { GatewayContext } from './context.ts';
import { resume } from './catch-up.ts';
import { subscribe, unsubscribe } from './follow.ts';
import { greet } from './greet.ts';
import { keepPlace } from './keep-place.ts';
import { readFrame } from './read-frame.ts';
import type { Session } from './session.ts';

const callLimitMs = 10_000;

/** Takes one frame of a client. A bad one is answered by an `error` frame; the socket stays. */
export async function hear(
  gateway: GatewayContext,
  session: Session,
  data: string | ArrayBuffer,
): Promise<void> {
  const read = readFrame(data);
  if ('error' in read) {
    session.send(read);
    session.refused(gateway.now());
    return;
  }
  const { frame } = read;
  const echo = 'id' in frame && frame.id !== undefined ? { id: frame.id } : {};
  const refusal = admit(
    { phase: session.state.phase, inflow: session.inflow },
    frame,
    gateway.bucketSize,
    gateway.now(),
  );
  if (refusal !== undefined) {
    session.send({ type: 'error', ...echo, ...refusal });
    session.refused(gateway.now());
    return;
  }
  if (frame.type === 'ping') session.send({ type: 'pong', ...echo });
  else if (frame.type === 'position') session.report(frame.frames);
  else if (frame.type === 'hello') {
    await (session.state.phase === 'new'
      ? greet(gateway, session, frame)
      : resume(gateway, session, frame.cursors));
  } else {
    const answer = await obey(gateway, session, frame, echo);
    if (answer !== undefined) session.send(answer);
  }
}

const scopeOf: Readonly<Record<Working['type'], Scope>> = {
  message: 'chat:write',
  typing: 'chat:write',
  mark: 'channels:write',
  follow: 'channels:write',
  unfollow: 'channels:write',
  subscribe: 'channels:history',
  unsubscribe: 'channels:history',
};

async function obey(
  gateway: GatewayContext,
  session: Session,
  frame: Working,
  echo: { id?: number | string },
): Promise<DownFrame | undefined> {
  const { caller } = session.state;
  const scope = scopeOf[frame.type];
  if (!caller.scopes.includes(scope))
    return { type: 'error', ...echo, error: 'missing_scope', message: `It needs ${scope}.` };
  try {
    switch (frame.type) {
      case 'message': {
        const command = {
          text: frame.text,
          broadcast: frame.reply_broadcast,
          ...(frame.client_msg_id === undefined ? {} : { clientMessageId: frame.client_msg_id }),
          ...(frame.thread_ts === undefined ? {} : { threadTs: frame.thread_ts }),
        };
        const answer = await within(reach(gateway, session, frame.channel)?.post(caller, command));
        if (!answer.ok) return { type: 'error', ...echo, error: answer.error };
        const { message, seq } = answer;
        const repeat = message.client_msg_id === undefined ? {} : { client_msg_id: message.client_msg_id };
        return { type: 'ack', ...echo, channel: frame.channel, ts: message.ts, seq, ...repeat };
      }
      case 'subscribe':
        return await subscribe(gateway, session, frame.channels, echo);
      case 'unsubscribe':
        unsubscribe(gateway, session, frame.channels);
        return { type: 'ack', ...echo };
      case 'typing': {
        const channel = reach(gateway, session, frame.channel);
        if (channel === undefined) return { type: 'error', ...echo, error: 'channel_not_found' };
        await within(channel.typing(caller, frame.thread_ts));
        return { type: 'ack', ...echo, channel: frame.channel };
      }
      case 'mark':
      case 'follow':
      case 'unfollow': {
        const channel = reach(gateway, session, frame.channel);
        const member = gateway.objects.member(caller.teamId, caller.userId);
        const kept = await within(channel && keepPlace(channel, member, session, frame));
        if (kept === undefined) return undefined;
        if (!kept.ok) return { type: 'error', ...echo, error: kept.error };
        const place = frame.type === 'mark' ? { ts: frame.ts } : {};
        return { type: 'ack', ...echo, channel: frame.channel, ...place };
      }
    }
  } catch (error) {
    console.warn(JSON.stringify({ event: 'frame_failed', type: frame.type, reason: String(error) }));
    return {
      type: 'error',
      ...echo,
      error: 'service_unavailable',
      message: 'Not done in time. A repeat is safe.',
    };
  }
}

/** A channel of this person's, as this gateway knows it; for others no object is woken. */
const reach = (
  gateway: GatewayContext,
  session: Session,
  id: Parameters<GatewayContext['objects']['channel']>[0],
) => (gateway.logs.has(session.state.caller.userId, id) ? gateway.objects.channel(id) : undefined);

type Refused = { readonly ok: false; readonly error: 'channel_not_found' };
async function within<T>(work: Promise<T> | undefined): Promise<T | Refused> {
  return work === undefined
    ? { ok: false, error: 'channel_not_found' }
    : withinLimit('frame', callLimitMs, work);
}
