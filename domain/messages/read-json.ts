/** An argument as callers write it: the value itself, or its JSON. `none`: nothing was sent. */
export type Given =
  | { readonly state: 'none' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'value'; readonly value: unknown };

export function readJson(given: unknown): Given {
  if (given === undefined || given === null || given === false || given === '') return { state: 'none' };
  if (typeof given !== 'string') return { state: 'value', value: given };
  try {
    const value: unknown = JSON.parse(given);
    return value === null ? { state: 'none' } : { state: 'value', value };
  } catch {
    return { state: 'unreadable' };
  }
}
