/** Unread costs no write per recipient: it is read off the head's ordinal, a person's mark, and what was deleted. */
export interface UnreadHead {
  readonly ordinal: number;
  /** Ordinals of deleted messages, the newest 1,000. */
  readonly deletedOrdinals: readonly number[];
  /** Ordinals of messages that call everybody, the newest 100. */
  readonly everybodyOrdinals: readonly number[];
}

/** Top-level messages above the mark that are still there; never below 0. */
export function unreadAbove(mark: number, head: UnreadHead): number {
  const deleted = head.deletedOrdinals.filter((ordinal) => ordinal > mark).length;
  return Math.max(0, head.ordinal - mark - deleted);
}

/**
 * In a direct channel each unread message is for this person; elsewhere those that name them and, unless they muted
 * it, those that call everybody.
 */
export function mentionsAbove(
  mark: number,
  head: UnreadHead,
  own: number,
  { isDirect, isMuted = false }: { readonly isDirect: boolean; readonly isMuted?: boolean | undefined },
): number {
  if (isDirect) return unreadAbove(mark, head);
  if (isMuted) return own;
  return own + head.everybodyOrdinals.filter((ordinal) => ordinal > mark).length;
}

export const deletedOrdinalsMax = 1_000;
export const everybodyOrdinalsMax = 100;
