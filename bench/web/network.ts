import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** The way between one browser and the house: when it is lost, connections die without a word and new ones are refused. */
export class Network {
  readonly url: string;
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #isDown = false;

  private constructor(port: number, housePort: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#server = createServer((near) => {
      if (this.#isDown) near.destroy();
      else this.#join(near, connect(housePort, '127.0.0.1'));
    });
  }

  static async open(port: number, housePort: number): Promise<Network> {
    const network = new Network(port, housePort);
    network.#server.listen(port, '127.0.0.1');
    await once(network.#server, 'listening');
    return network;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  goDown(): void {
    this.#isDown = true;
    for (const end of this.#ends) end.destroy();
  }

  comeBack(): void {
    this.#isDown = false;
  }

  close(): void {
    this.goDown();
    this.#server.close();
  }

  #join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
