import type { ChannelId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import type { OutflowState } from './outflow.ts';

/**
 * `new`: no hello came yet. `greeting`: its first frames are being gathered. `ready`: it gets events; logs that it
 * is catching up with are held. What is stored outlives the isolate: new fields are optional.
 */
export interface SessionState {
  /** Its role follows the Directory's while the socket is open. */
  caller: Caller;
  phase: 'new' | 'greeting' | 'ready';
  /** Of the Member's state that the client knows. */
  version: number;
  /** True while a log is being caught up with: a gateway that finds it after a restart asks for a resume. */
  isResuming: boolean;
  /** Public channels that it follows without its person being in them. */
  follows?: ChannelId[];
  acceptedAtMs?: number;
  outflow?: OutflowState;
  /** Of a socket straight to a channel: what its Member knows it by. */
  watchId?: string;
}
