import { closed } from './closed.ts';
import { design } from './design.ts';
import { engineering } from './engineering.ts';
import { general } from './general.ts';
import { random } from './random.ts';
import { release } from './release.ts';
import type { Conversation } from './story.ts';
import { support } from './support.ts';

/** Ten: six public, two private, a direct one and a group. `general` is there with the workspace. */
export const conversations: readonly Conversation[] = [
  general,
  engineering,
  design,
  support,
  release,
  random,
  ...closed,
];
