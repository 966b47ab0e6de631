/** What the client needs of a WebSocket. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  /** Once, whoever closed it; also where it never opened. */
  closed(code: number, reason: string): void;
}

export type Connect = (url: string, events: SocketEvents) => Socket;

/** The platform's own. */
export const connectWebSocket: Connect = (url, events) => {
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => events.opened());
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') events.received(data);
  });
  socket.addEventListener('close', ({ code, reason }) => events.closed(code, reason));
  return {
    send: (text) => socket.send(text),
    // 1000 and 3000–4999 are all that a page may say.
    close: (code, reason) => socket.close(code === 1000 || code >= 3000 ? code : 1000, reason),
  };
};

/** What the surroundings tell: it only says when to look, never what is true. */
export type Hint = 'online' | 'visible';
export type Hints = (listener: (hint: Hint) => void) => () => void;

/** A laptop that woke, a network that came back, a tab that was opened again. */
export const browserHints: Hints = (listener) => {
  const online = (): void => listener('online');
  const visible = (): void => {
    if (document.visibilityState === 'visible') listener('visible');
  };
  globalThis.addEventListener('online', online);
  document.addEventListener('visibilitychange', visible);
  return () => {
    globalThis.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', visible);
  };
};
