import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { looseMicrosOf } from '../../protocol/timestamp.ts';
import type { Micros } from '../../protocol/timestamp.ts';

interface Bounds {
  readonly oldest?: Micros;
  readonly latest?: Micros;
}

/** `oldest` and `latest` as callers write them: `0`, seconds, a whole `ts`, or a float with more digits than it has. */
export function readBounds(args: {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
}): Outcome<Bounds, 'invalid_ts_oldest' | 'invalid_ts_latest'> {
  const oldest = readBound(args.oldest);
  if (oldest === 'wrong') return refuse('invalid_ts_oldest');
  const latest = readBound(args.latest);
  if (latest === 'wrong') return refuse('invalid_ts_latest');
  return accept({
    ...(oldest === undefined ? {} : { oldest }),
    ...(latest === undefined ? {} : { latest }),
  });
}

function readBound(text: string | undefined): Micros | undefined | 'wrong' {
  if (text === undefined || text.trim() === '') return undefined;
  return looseMicrosOf(text.trim().replace(/(\.\d{6})\d+$/, '$1')) ?? 'wrong';
}
