import type { ServerName } from '../servers/server.ts';
import { median } from './statistics.ts';

/** What is measured: a server, or for the client the least that a page is. */
export type Subject = ServerName | 'bare page';

/** What each round measured, of each of them. */
export type Samples = Partial<Record<Subject, readonly number[]>>;

export interface Goal {
  /** `ratio`: of Edgewise to that peer, round by round. */
  readonly of: 'value' | Exclude<Subject, 'Edgewise'>;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A line of the table. */
export interface Line {
  readonly scenario: string;
  readonly what: string;
  readonly unit: string;
  readonly values: Partial<Record<Subject, number>>;
  readonly ratios: Partial<Record<Subject, number>>;
  readonly goals: readonly (Goal & { readonly isMet: boolean })[];
  readonly samples: Samples;
}

export function lineOf(
  scenario: string,
  what: string,
  unit: string,
  samples: Samples,
  goals: readonly Goal[] = [],
): Line {
  const own = samples.Edgewise ?? [];
  const values: Partial<Record<Subject, number>> = {};
  const ratios: Partial<Record<Subject, number>> = {};
  for (const [name, rounds] of Object.entries(samples) as [Subject, readonly number[]][]) {
    values[name] = median(rounds);
    // Of the rounds, not of the medians: both were measured within a minute.
    if (name !== 'Edgewise')
      ratios[name] = median(own.map((value, round) => value / (rounds[round] ?? Number.NaN)));
  }
  const judged = goals
    .filter(({ of }) => (of === 'value' ? own.length > 0 : ratios[of] !== undefined))
    .map((goal) => ({
      ...goal,
      isMet: holds(goal, goal.of === 'value' ? values.Edgewise : ratios[goal.of]),
    }));
  return { scenario, what, unit, values, ratios, goals: judged, samples };
}

const holds = ({ atMost = Infinity, atLeast = -Infinity }: Goal, value = Number.NaN): boolean =>
  value <= atMost && value >= atLeast;
