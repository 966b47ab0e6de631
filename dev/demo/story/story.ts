import type { Handle } from './people.ts';

/** Who speaks: a person of the team, or the bot that announces deployments. */
export type Speaker = Handle | 'lighthouse';

/** In a text `@handle` and `#channel` become mentions when it is posted. */
export interface Line {
  readonly by: Speaker;
  readonly text: string;
  /** What it says after the author's edit. */
  readonly edited?: string;
  readonly reactions?: Readonly<Record<string, readonly Handle[]>>;
  readonly replies?: readonly Line[];
  readonly isPinned?: boolean;
  /** What stands in place of the text, and below it. */
  readonly blocks?: readonly object[];
  readonly attachments?: readonly object[];
}

export const say = (by: Speaker, text: string, more: Omit<Line, 'by' | 'text'> = {}): Line => ({
  by,
  text,
  ...more,
});

export interface Conversation {
  readonly kind: 'public' | 'private' | 'direct';
  readonly name: string;
  /** Left out: everybody but guests. */
  readonly people?: readonly Handle[];
  /** Guests are invited to these alone. */
  readonly forGuests?: boolean;
  readonly topic?: string;
  readonly purpose?: string;
  readonly bookmarks?: readonly { readonly title: string; readonly link: string; readonly emoji: string }[];
  readonly lines: readonly Line[];
}
