const quickMs = 250;
const firstMs = 1_000;
const mostMs = 30_000;

/**
 * How long to wait before try `attempt` (0 is the first after a loss). The first is quick, since most losses are
 * blips; then doubling, with chance in half of it, so that a restarted server is not met by everybody at once.
 */
export function retryDelayMs(attempt: number, random: number): number {
  if (attempt === 0) return Math.round(quickMs * random);
  const most = Math.min(mostMs, firstMs * 2 ** (attempt - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
