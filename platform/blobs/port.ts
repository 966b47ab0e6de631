/** Bytes that a deployment keeps, each under a key that is written once: whoever has read it may keep it for ever. */
export interface Blobs {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  get(key: string): Promise<StoredBlob | undefined>;
  /** Every key that begins so; none is no fault. */
  deleteAll(prefix: string): Promise<void>;
}

export interface StoredBlob {
  readonly body: ReadableStream<Uint8Array>;
  readonly type: string;
  readonly size: number;
  /** In quotes, as HTTP has it. */
  readonly etag: string;
}
