import type { Message, Reaction } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';

/** One's own changes of a message that the server has not told of yet, laid over its row. */
export interface Overlay {
  readonly text?: string;
  readonly isRemoved?: boolean;
  /** By name: whether one's own reaction is to be there. */
  readonly reactions?: Readonly<Record<string, boolean>>;
}

export function withOverlay(message: Message, overlay: Overlay, self: UserId): Message {
  const { text = message.text, reactions } = overlay;
  if (reactions === undefined) return text === message.text ? message : { ...message, text };
  const shown = reactionsWith(message.reactions ?? [], reactions, self);
  const { reactions: _before, ...rest } = message;
  return { ...rest, text, ...(shown.length === 0 ? {} : { reactions: shown }) };
}

function reactionsWith(
  before: readonly Reaction[],
  wanted: Readonly<Record<string, boolean>>,
  self: UserId,
): Reaction[] {
  const kept = before
    .map((reaction) => {
      const isWanted = wanted[reaction.name];
      const isThere = reaction.users.includes(self);
      if (isWanted === undefined || isWanted === isThere) return reaction;
      const users = isWanted ? [...reaction.users, self] : reaction.users.filter((user) => user !== self);
      return { ...reaction, users, count: reaction.count + (isWanted ? 1 : -1) };
    })
    .filter(({ count }) => count > 0);
  const added = Object.entries(wanted)
    .filter(([name, isWanted]) => isWanted && !before.some((reaction) => reaction.name === name))
    .map(([name]) => ({ name, users: [self], count: 1 }));
  return [...kept, ...added];
}

export const hasReaction = (message: Message, name: string, self: UserId): boolean =>
  message.reactions?.some((reaction) => reaction.name === name && reaction.users.includes(self)) ?? false;
