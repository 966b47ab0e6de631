import type { ChannelId } from '../../protocol/ids.ts';
import type { Preferences } from '../../protocol/preferences.ts';
import type { ChannelLine, Workspace } from '../store/contract.ts';

type Placed = Pick<ChannelLine, 'id' | 'kind' | 'isStarred'>;

/** A part of the navigation; `title` where the person made it. */
export interface Group<Line> {
  readonly name: string;
  readonly title?: string;
  readonly lines: readonly Line[];
}

/** In order: what is starred is there alone, then each where its person put it, and the rest by kind. */
export function grouped<Line extends Placed>(
  lines: readonly Line[],
  own: Preferences['sections'] = [],
): Group<Line>[] {
  const places = new Map(
    own.flatMap(({ id, channels }) => channels.map((channel) => [channel, `own:${id}`])),
  );
  const placeOf = ({ id, kind, isStarred }: Placed): string =>
    isStarred
      ? 'starred'
      : (places.get(id) ?? (kind === 'direct' || kind === 'group' ? 'direct' : 'channels'));
  return [
    { name: 'starred' },
    ...own.map(({ id, name }) => ({ name: `own:${id}`, title: name })),
    { name: 'channels' },
    { name: 'direct' },
  ].map((group) => ({ ...group, lines: lines.filter((line) => placeOf(line) === group.name) }));
}

export const isUnread = ({ unread, mentions, isMuted }: ChannelLine): boolean =>
  mentions > 0 || (unread > 0 && !isMuted);

/** The channel above or below in the navigation, or the next one with something new. Goes round. */
export function nextChannel(
  { channels, $wishes }: Pick<Workspace, 'channels' | '$wishes'>,
  from: ChannelId | undefined,
  { step, isUnreadOnly }: { readonly step: 1 | -1; readonly isUnreadOnly: boolean },
): ChannelId | undefined {
  const ordered = grouped(channels.$lines.get(), $wishes.get().sections).flatMap(({ lines }) => lines);
  const { length } = ordered;
  const at = ordered.findIndex(({ id }) => id === from);
  const start = at === -1 && step === -1 ? 0 : at;
  for (let distance = 1; distance <= length; distance += 1) {
    const line = ordered[(start + step * distance + length * distance) % length];
    if (line !== undefined && line.id !== from && (!isUnreadOnly || isUnread(line))) return line.id;
  }
  return undefined;
}
