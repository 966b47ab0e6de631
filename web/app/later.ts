import { lazy } from 'react';
import type { ReactNode } from 'react';
import { patiently } from './patiently.ts';

/** A piece of the client that is fetched when it is first drawn. While it is waited for, what is drawn stays. */
export const later = <Name extends string, Props extends object>(
  load: () => Promise<Record<Name, (props: Props) => ReactNode>>,
  name: Name,
) => lazy(async () => ({ default: (await patiently(load))[name] }));
