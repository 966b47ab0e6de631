/** What a deployment binds: wrangler.toml names each. Optional ones switch a need on (spec.md §14). */
export interface Env {
  readonly CHANNEL: DurableObjectNamespace;
  readonly MEMBER: DurableObjectNamespace;
  readonly DIRECTORY: DurableObjectNamespace;
  readonly GATEWAY: DurableObjectNamespace;
  readonly STORE: DurableObjectNamespace;
  readonly COUNTER: DurableObjectNamespace;
  /** Development alone: where mails go (dev/worker.ts). */
  readonly OUTBOX?: DurableObjectNamespace;

  /** Pictures of people and custom emoji, by keys that are written once. */
  readonly FILES: R2Bucket;
  /** Makes pictures smaller. Unset: a photo is served as it was uploaded, whatever size is asked for, uncropped. */
  readonly IMAGES?: ImagesBinding;
  /** The built client. Unset: the API alone is served. */
  readonly ASSETS?: Fetcher;

  /** The origin that people and bots use, without a slash at its end. Unset: that of the request. */
  readonly PUBLIC_URL?: string;
  readonly AUTH_SECRET: string;
  readonly SETUP_SECRET?: string;
  /** closed | invite | domain | open. Unset: invite. */
  readonly SIGN_UP_POLICY?: string;
  /** With `domain`: separated by commas. */
  readonly SIGN_UP_DOMAINS?: string;
  /** Multiplies the limits before sign-in. Development sets 1000. */
  readonly SIGN_UP_LIMIT_FACTOR?: string;
  /** Gateways of a new workspace: one for some 1,500 sockets. */
  readonly GATEWAY_SHARDS?: string;
  /** JSON: {"tier1":{"perSecond":50,"burst":200},…,"channelPostsPerSecond":200}; what is left out keeps its default. */
  readonly RATE_LIMITS?: string;
}
