import * as v from 'valibot';

/** What wrangler.toml says of a Worker, as raw Miniflare wants it. */
export const Configuration = v.object({
  name: v.string(),
  compatibilityDate: v.string(),
  compatibilityFlags: v.array(v.string()),
  /** Binding → class. */
  objects: v.record(v.string(), v.string()),
  /** Bindings of buckets. */
  buckets: v.array(v.string()),
  /** The binding that makes pictures smaller. */
  images: v.optional(v.string()),
  vars: v.record(v.string(), v.string()),
});
export type Configuration = v.InferOutput<typeof Configuration>;

export interface HouseOptions {
  readonly script: string;
  /** A module to be the main one, around `./worker.js`: classes with a fault in place of the Worker's own. */
  readonly around?: string;
  /** The folder of the built client. */
  readonly client?: string;
  readonly port: number;
  readonly dataDir: string;
  readonly configuration: Configuration;
  readonly bindings: Record<string, string>;
}
