import type { BrowserContext, Page, WebSocketRoute } from '@playwright/test';

/**
 * The gateway's sockets of a browser, as a bad network treats them. `context.setOffline` leaves an open socket open,
 * so this is how one is lost.
 */
export class Wire {
  readonly #open = new Set<WebSocketRoute>();
  /** Refuses every new socket, as long as there is no network. */
  isDown = false;
  /** Swallows what goes up, what comes down: nobody is told. */
  isDeaf = false;
  isMute = false;
  connects = 0;
  /** Sees each frame that goes up; what it answers comes down in place of the server's answer. */
  answer: (frame: UpFrame) => object | undefined = () => undefined;

  static async of(target: BrowserContext | Page): Promise<Wire> {
    const wire = new Wire();
    await target.routeWebSocket(/\/gateway\?/, (socket) => wire.#meet(socket));
    return wire;
  }

  /** Ends every socket, without a word from the server. */
  async cut(code = 1012): Promise<void> {
    const sockets = [...this.#open];
    this.#open.clear();
    await Promise.all(sockets.map((socket) => socket.close({ code })));
  }

  async goDown(): Promise<void> {
    this.isDown = true;
    await this.cut();
  }

  #meet(socket: WebSocketRoute): void {
    this.connects += 1;
    if (this.isDown) {
      void socket.close({ code: 1012 });
      return;
    }
    const server = socket.connectToServer();
    this.#open.add(socket);
    socket.onMessage((text) => {
      if (this.isDeaf) return;
      const answer = this.answer(JSON.parse(String(text)) as UpFrame);
      if (answer === undefined) server.send(text);
      else socket.send(JSON.stringify(answer));
    });
    server.onMessage((text) => {
      if (!this.isMute) socket.send(text);
    });
  }
}

interface UpFrame {
  readonly type: string;
  readonly id?: number | string;
  readonly text?: string;
}
