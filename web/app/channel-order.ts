import type { ChannelId } from '../../protocol/ids.ts';
import type { ChannelLine, Workspace } from '../store/contract.ts';

/** The sections of the navigation, in order, with what is in them: what is starred is there alone. */
export const sections = ['starred', 'channels', 'direct'] as const;
export type Section = (typeof sections)[number];

export const sectionOf = ({ kind, isStarred }: Pick<ChannelLine, 'kind' | 'isStarred'>): Section => {
  if (isStarred) return 'starred';
  return kind === 'direct' || kind === 'group' ? 'direct' : 'channels';
};

export const isUnread = ({ unread, mentions, isMuted }: ChannelLine): boolean =>
  mentions > 0 || (unread > 0 && !isMuted);

/** The channel above or below in the navigation, or the next one with something new. Goes round. */
export function nextChannel(
  { channels }: Pick<Workspace, 'channels'>,
  from: ChannelId | undefined,
  { step, isUnreadOnly }: { readonly step: 1 | -1; readonly isUnreadOnly: boolean },
): ChannelId | undefined {
  const lines = channels.$lines.get();
  const ordered = sections.flatMap((section) => lines.filter((line) => sectionOf(line) === section));
  const { length } = ordered;
  const at = ordered.findIndex(({ id }) => id === from);
  const start = at === -1 && step === -1 ? 0 : at;
  for (let distance = 1; distance <= length; distance += 1) {
    const line = ordered[(start + step * distance + length * distance) % length];
    if (line !== undefined && line.id !== from && (!isUnreadOnly || isUnread(line))) return line.id;
  }
  return undefined;
}
