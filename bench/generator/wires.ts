import { randomUUID } from 'node:crypto';
import { version } from '../../protocol/version.ts';
import type { Address, WireName } from './commands.ts';

/** How a peer is spoken to. A message carries its number between tildes, so that no frame need be parsed. */
export interface Wire {
  connectTo(address: Address): { readonly url: string; readonly headers: Record<string, string> };
  /** Sent as soon as the socket is open. */
  readonly greeting?: string;
  isReady(text: string): boolean;
  isRefusal(text: string): boolean;
  post(channel: string, marker: number): string;
  /** What a frame must be answered with. */
  answer?(text: string): string | undefined;
  /** A report of the frames that came, where the server counts on it. */
  position?(frames: number): string;
}

/** As long as an usual message. */
export const wordsOf = (marker: number): string =>
  `~${marker}~ The tide table for tomorrow is in the usual place; the pilot boat leaves at six from the north pier.`;

export function markersIn(text: string): number[] {
  const markers: number[] = [];
  for (let at = text.indexOf('"~'); at !== -1; at = text.indexOf('"~', at + 2)) {
    markers.push(Number(text.slice(at + 2, text.indexOf('~', at + 2))));
  }
  return markers;
}

export const wires: Readonly<Record<WireName, Wire>> = {
  edgewise: {
    connectTo: ({ url, token = '' }) => ({ url, headers: { authorization: `Bearer ${token}` } }),
    greeting: JSON.stringify({ type: 'hello', version, cursors: {} }),
    isReady: (text) => text.startsWith('{"type":"hello"'),
    isRefusal: (text) => text.startsWith('{"type":"error"'),
    post: (channel, marker) =>
      JSON.stringify({
        type: 'message',
        id: marker,
        channel,
        text: wordsOf(marker),
        client_msg_id: randomUUID(),
      }),
    position: (frames) => JSON.stringify({ type: 'position', frames }),
  },
  plain: {
    connectTo: ({ url }) => ({ url, headers: {} }),
    isReady: (text) => text.startsWith('{"type":"hello"'),
    isRefusal: () => false,
    post: (_channel, marker) => JSON.stringify({ type: 'message', text: wordsOf(marker) }),
  },
  'socket.io': {
    connectTo: ({ url }) => ({ url: `${url}/socket.io/?EIO=4&transport=websocket`, headers: {} }),
    greeting: '40',
    isReady: (text) => text.startsWith('40'),
    isRefusal: (text) => text.startsWith('44'),
    post: (_channel, marker) => `42${JSON.stringify(['message', { text: wordsOf(marker) }])}`,
    answer: (text) => (text === '2' ? '3' : undefined),
  },
};
