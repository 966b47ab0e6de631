import { lazy } from 'react';
import type { ReactNode } from 'react';

const restMs = 2_000;

/** A piece of the client that is fetched when it is first drawn. While the server is away it is waited for, and what is drawn stays. */
export const later = <Name extends string, Props extends object>(
  load: () => Promise<Record<Name, (props: Props) => ReactNode>>,
  name: Name,
) => lazy(async () => ({ default: (await patiently(load))[name] }));

async function patiently<Piece>(load: () => Promise<Piece>): Promise<Piece> {
  for (let isThere = false; ;) {
    try {
      return await load();
    } catch (error) {
      // The server answers, and has no such piece: this page is older than what it serves.
      if (isThere) throw error;
      isThere = await fetch('/', { method: 'HEAD' }).then(
        () => true,
        () => false,
      );
      if (!isThere) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }
}
