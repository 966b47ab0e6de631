export type WireName = 'edgewise' | 'plain' | 'socket.io';

export interface Address {
  readonly url: string;
  readonly token?: string;
}

export interface Target {
  readonly wire: WireName;
  readonly addresses: readonly Address[];
  /** Where it posts; Edgewise's alone have one. */
  readonly channel?: string;
}

/** What a generator does when it is told to. Times in milliseconds. */
export interface Commands {
  /** Opens a socket for each address, beside those that are open. */
  open: { input: Target; output: object };
  /** Posts on a fixed schedule, and tells when each message reached its last receiver, counted from its sending. */
  pace: {
    input: { readonly perSecond: number; readonly count: number };
    output: { readonly millis: number[]; readonly latestStartMs: number };
  };
  /** Keeps so many messages under way: another one starts when one has reached its last receiver. */
  saturate: {
    input: { readonly inFlight: number; readonly seconds: number };
    output: {
      readonly seconds: number;
      readonly posts: number;
      /** Messages times receivers. */
      readonly deliveries: number;
      /** Frames that came, each of one or more messages. */
      readonly frames: number;
      /** The generator's own share of its core. */
      readonly busy: number;
    };
  };
  /** Reads these addresses by turns on a fixed schedule: from the asking to the last byte of each answer. */
  read: {
    input: { readonly addresses: readonly Address[]; readonly perSecond: number; readonly count: number };
    output: { readonly millis: number[]; readonly latestStartMs: number };
  };
  /** Keeps so many reads under way. */
  readHard: {
    input: { readonly addresses: readonly Address[]; readonly inFlight: number; readonly seconds: number };
    output: { readonly seconds: number; readonly reads: number; readonly busy: number };
  };
  /** Boots a client so often, one after the other: from connecting, and from its hello, to all of its list. */
  boot: {
    input: { readonly address: Address; readonly times: number };
    output: {
      readonly connectMillis: number[];
      readonly helloMillis: number[];
      readonly bytes: number;
      readonly gzipped: number;
    };
  };
  /** Tries to connect until somebody answers, and posts: resolves when the message is back. */
  first: { input: Target; output: object };
  /** Opens sockets that come back when they are cut, with their cursors where the wire knows them. */
  follow: { input: Target; output: object };
  /** Writes to these channels by HTTP, each message until it is acknowledged. */
  write: {
    input: {
      readonly api: string;
      readonly tokens: readonly string[];
      readonly channels: readonly string[];
      readonly perSecond: number;
    };
    output: object;
  };
  /** After a cut at that time (of the wall clock): when it was all caught up with, and how it went. */
  recovered: { input: { readonly cutAt: number }; output: Recovery };
  close: { input: object; output: object };
}

export interface Recovery {
  /** Since the cut: the port answered, and the last socket had everything. */
  readonly answeredMs: number;
  readonly caughtUpMs: number;
  readonly acknowledged: number;
  readonly gaps: number;
  readonly doubles: number;
  /** Frames at or below a cursor, which clients pass over. */
  readonly repeats: number;
  readonly resets: number;
  /** Acknowledged messages that some socket never got. */
  readonly lost: number;
}

export type CommandName = keyof Commands;
export interface Order<Name extends CommandName = CommandName> {
  readonly id: number;
  readonly name: Name;
  readonly input: Commands[Name]['input'];
}
export type Report = { readonly id: number } & ({ readonly output: object } | { readonly error: string });
