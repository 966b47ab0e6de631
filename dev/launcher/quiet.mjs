/**
 * What keeps wrangler and Miniflare offline, silent and out of the home folder.
 * The local explorer answers SQL about every object to whoever reaches the port, past our Host guard: off.
 */
export const quiet = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  X_LOCAL_EXPLORER: 'false',
  // Else requested URLs are stored under v3/observability.
  X_LOCAL_OBSERVABILITY: 'false',
};
