import type { User } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { isUnread } from '../../app/channel-order.ts';
import type { ChannelLine, Workspace } from '../../store/contract.ts';
import { joinNames, nameOf, secondNameOf } from '../people/names.ts';
import { fuzzy } from './fuzzy.ts';

export type Hit = {
  readonly key: string;
  readonly name: string;
  readonly at: readonly number[];
  readonly score: number;
} & (
  { readonly kind: 'channel'; readonly line: ChannelLine } | { readonly kind: 'person'; readonly user: User }
);
export interface Group {
  readonly name: 'unread' | 'often' | 'people';
  readonly hits: readonly Hit[];
}

const hitsMax = 12;
const unreadMax = 6;

/** What the words may mean: what is unread first, then what is opened often and lately, then other people. */
export function findPlaces(workspace: Workspace, query: string, from: ChannelId | undefined): Group[] {
  const { channels, people } = workspace;
  const self = workspace.$self.get();
  const wanted = query.trim().replace(/^[#@]/, '');
  const lines = channels.$lines.get().filter(({ isArchived }) => !isArchived);
  const hits = lines.flatMap((line): Hit[] => {
    const name = lineName(line, workspace, self?.id);
    const match = fuzzy(wanted, name);
    if (match === undefined || (wanted === '' && line.id === from)) return [];
    const score = match.score + Math.min(30, channels.frecency(line.id));
    return [{ kind: 'channel', key: line.id, line, name, at: match.at, score }];
  });
  const sorted = hits.sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
  const unread = sorted.filter((hit) => hit.kind === 'channel' && isUnread(hit.line)).slice(0, unreadMax);
  const often = sorted.filter((hit) => !unread.includes(hit)).slice(0, hitsMax - unread.length);
  const known = new Set(lines.filter(({ kind }) => kind === 'direct').flatMap((line) => line.people));
  const others = wanted === '' ? [] : strangers(people.search(wanted, { limit: 20 }), known, wanted);
  return [
    { name: 'unread', hits: unread } as const,
    { name: 'often', hits: often } as const,
    { name: 'people', hits: others.slice(0, 6) } as const,
  ].filter((group) => group.hits.length > 0);
}

/** People with whom one has no direct channel yet. */
const strangers = (found: readonly User[], known: ReadonlySet<UserId>, wanted: string): Hit[] =>
  found
    .filter((user) => !known.has(user.id) && !user.deleted)
    .map((user) => {
      const name = nameOf(user);
      const match = fuzzy(wanted, name) ?? { score: 0, at: [] };
      return { kind: 'person', key: user.id, user, name, at: match.at, score: match.score };
    });

function lineName(line: ChannelLine, { people }: Workspace, selfId: UserId | undefined): string {
  if (line.kind !== 'direct' && line.kind !== 'group') return line.name;
  const others = line.people.filter((id) => id !== selfId);
  const shown = others.length === 0 ? line.people : others;
  return joinNames(shown.map((id) => nameOf(people.person(id).get())));
}

export const aboutPerson = (user: User): string => user.profile.title || secondNameOf(user);
