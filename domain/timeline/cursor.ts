/** An entry of a log as a frame shows it. `after` is there where entries that this person may not see lie before it. */
export interface Placed {
  readonly seq: number;
  readonly after?: number;
}

/**
 * Where a frame lies for one whose cursor is `cursor`: only the `next` one moves it, one at or below it was `seen`,
 * and anything else is a `gap`, after which the reader resumes from its cursor.
 */
export function placeOf(cursor: number, { seq, after = seq - 1 }: Placed): 'next' | 'seen' | 'gap' {
  if (seq <= cursor) return 'seen';
  return after === cursor ? 'next' : 'gap';
}
