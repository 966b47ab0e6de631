import { atom } from 'nanostores';

/** Messages that the server does not have, and where they were to go. */
export interface UnsentPlace {
  readonly name: string;
  readonly count: number;
}

/** Somebody wants to sign out, and would lose these. */
export const $leaving = atom<
  { readonly everywhere: boolean; readonly unsent: readonly UnsentPlace[] } | undefined
>();
