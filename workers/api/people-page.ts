import { isDirectId, slackbotId } from '../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Person } from '../../protocol/objects/directory.ts';
import type { CallerCall } from './context.ts';
import { channelsOf } from './sight.ts';

interface Page {
  readonly after?: UserId;
  readonly limit: number;
}

/** By user id, rising: everybody of the workspace or, for a guest, those of the conversations that they are in. */
export async function pageOfPeople(
  context: CallerCall,
  page: Page,
): Promise<{ people: readonly Person[]; more: boolean }> {
  const { objects, actor } = context;
  const directory = objects.directory(actor.teamId);
  if (actor.role !== 'guest') return directory.people(page);
  const { after = '', limit } = page;
  const known = await knownTo(context, page);
  const rest = [...new Set(known)].filter((userId) => userId > after).toSorted();
  return { people: await directory.persons(rest.slice(0, limit)), more: rest.length > limit };
}

/** As many of each channel as the page has place for: of all of them together the first ones are among these. */
async function knownTo(context: CallerCall, { after, limit }: Page): Promise<readonly UserId[]> {
  const { objects, actor } = context;
  const channelIds = await channelsOf(context, actor.userId);
  const direct = channelIds.filter((channelId) => isDirectId(channelId));
  const ofChannel = async (channelId: ChannelId): Promise<readonly UserId[]> => {
    const query = { limit: limit + 1, ...(after === undefined ? {} : { after }) };
    const found = await objects.channel(channelId).members(actor, query);
    return found.ok ? found.members : [];
  };
  const [summaries, ...members] = await Promise.all([
    direct.length === 0 ? [] : objects.directory(actor.teamId).summaries(direct),
    ...channelIds.filter((channelId) => !isDirectId(channelId)).map(ofChannel),
  ]);
  return [actor.userId, slackbotId, ...summaries.flatMap(({ people = [] }) => people), ...members.flat()];
}
