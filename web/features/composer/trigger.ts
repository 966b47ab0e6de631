export interface Trigger {
  readonly kind: 'person' | 'channel' | 'emoji' | 'command';
  readonly query: string;
  /** Where the sign stands. */
  readonly from: number;
}

const patterns: readonly (readonly [Trigger['kind'], RegExp])[] = [
  ['command', /^(\/)([a-z]*)$/],
  // A name may have a space in it.
  ['person', /(?:^|[\s("'])(@)([^\s@#:]{0,40}(?: [^\s@#:]{0,40})?)$/u],
  ['channel', /(?:^|[\s("'])(#)([\p{L}\p{M}\p{N}_-]{0,80})$/u],
  ['emoji', /(?:^|[\s("'\p{Extended_Pictographic}])(:)([a-z0-9_+-]{2,40})$/u],
];

/** What the words before the caret ask for. */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const before = text.slice(Math.max(0, caret - 100), caret);
  const cut = Math.max(0, caret - 100);
  for (const [kind, pattern] of patterns) {
    if (kind === 'command' && cut > 0) continue;
    const found = pattern.exec(before);
    const query = found?.[2];
    if (found !== null && query !== undefined) return { kind, query, from: caret - query.length - 1 };
  }
  return undefined;
}
