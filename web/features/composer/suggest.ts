import type { User } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Workspace } from '../../store/contract.ts';
import { $allEmoji, loadEmoji } from '../emoji/emoji.ts';
import { searchEmoji } from '../emoji/search-emoji.ts';
import { withCustom } from '../emoji/with-custom.ts';
import { groupsOf } from '../groups/known-groups.ts';
import { commandNames } from './command-names.ts';
import { commandTexts } from './command-texts.ts';
import { namesOf, ownNameOf } from './lookup.ts';
import { composerTexts } from './texts.ts';
import type { Trigger } from './trigger.ts';

export type Suggestion =
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly user: User;
      readonly isOutside: boolean;
    }
  | { readonly kind: 'group'; readonly key: string; readonly insert: string; readonly about: string }
  | { readonly kind: 'everybody'; readonly key: string; readonly insert: string; readonly about: string }
  | {
      readonly kind: 'channel';
      readonly key: string;
      readonly insert: string;
      readonly name: string;
      readonly isPrivate: boolean;
    }
  | { readonly kind: 'emoji'; readonly key: string; readonly insert: string; readonly name: string }
  | { readonly kind: 'command'; readonly key: string; readonly insert: string; readonly about: string };

const limit = 8;

/** What is written for it. */
export const insertOf = (item: Suggestion, { people: all }: Pick<Workspace, 'people'>): string =>
  item.kind === 'person' ? `@${ownNameOf(item.user, all.$all.get())} ` : item.insert;

/** What can stand there, best first. */
export function suggest(workspace: Workspace, channelId: ChannelId, { kind, query }: Trigger): Suggestion[] {
  switch (kind) {
    case 'person':
      return people(workspace, channelId, query);
    case 'channel':
      return channels(workspace, query);
    case 'emoji':
      return emoji(workspace, query);
    case 'command':
      return commandsFor(workspace)
        .filter((name) => name.startsWith(query))
        .map((name) => ({ kind: 'command', key: name, insert: `/${name} `, about: commandTexts[name] }));
  }
}

/** Bringing people in and the topic are not for guests. */
const commandsFor = ({ $self }: Workspace) =>
  $self.get()?.is_restricted
    ? commandNames.filter((name) => name !== 'invite' && name !== 'topic')
    : commandNames;

function people(workspace: Workspace, channelId: ChannelId, query: string): Suggestion[] {
  const { people: all, channels: known } = workspace;
  const line = known.line(channelId).get();
  const members = new Set<UserId>(
    line?.people.length ? line.people : (known.details(channelId).get().members ?? []),
  );
  const found = all.search(query, { first: members, limit }).map((user): Suggestion => ({
    kind: 'person',
    key: user.id,
    user,
    isOutside: members.size > 0 && !members.has(user.id),
  }));
  if (query.includes(' ')) return found;
  const everybody = (['channel', 'here', 'everyone'] as const)
    .filter((name) => name.startsWith(query.toLowerCase()))
    .map((name): Suggestion => ({
      kind: 'everybody',
      key: name,
      insert: `@${name} `,
      about: composerTexts.suggestions[name],
    }));
  return query === ''
    ? [...found.slice(0, limit - 1), ...everybody.slice(0, 1)]
    : [...found, ...everybody, ...groups(workspace, query)].slice(0, limit);
}

/** Those in use; they come later than the first `@`. */
function groups(workspace: Workspace, query: string): Suggestion[] {
  const { $groups, load } = groupsOf(workspace);
  load();
  const wanted = query.toLowerCase();
  return $groups
    .get()
    .filter(({ date_delete: deleted, handle, name }) => {
      const isWanted = handle.startsWith(wanted) || name.toLowerCase().startsWith(wanted);
      // Where a person is called so, that is who is meant.
      const isPerson = workspace.people.$all.get().some((user) => namesOf(user).includes(handle));
      return deleted === 0 && isWanted && !isPerson;
    })
    .map(({ handle, name }) => ({ kind: 'group', key: handle, insert: `@${handle} `, about: name }));
}

function channels({ channels: own }: Workspace, query: string): Suggestion[] {
  const wanted = query.toLowerCase();
  return own.$lines
    .get()
    .filter(({ kind, name }) => (kind === 'public' || kind === 'private') && name.includes(wanted))
    .sort((a, b) => Number(b.name.startsWith(wanted)) - Number(a.name.startsWith(wanted)))
    .slice(0, limit)
    .map(({ id, name, kind }) => ({
      kind: 'channel',
      key: id,
      insert: `#${name} `,
      name,
      isPrivate: kind === 'private',
    }));
}

function emoji({ $customEmoji }: Workspace, query: string): Suggestion[] {
  const all = $allEmoji.get();
  if (all === undefined) {
    void loadEmoji();
    return [];
  }
  return searchEmoji(query, withCustom(all, $customEmoji.get()), limit).map(({ names }) => {
    const name = names.find((one) => one.startsWith(query)) ?? names[0] ?? '';
    return { kind: 'emoji', key: name, insert: `:${name}: `, name };
  });
}
