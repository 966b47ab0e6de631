import { ask } from '../client.ts';
import { bringIn } from './channels.ts';
import type { Demo, DemoUser, Team } from './fill.ts';
import { conversations } from './story/conversations.ts';
import { people, type Handle } from './story/people.ts';
import type { Conversation, Line, Speaker } from './story/story.ts';

export interface Stage {
  readonly url: string;
  readonly team: Team;
  readonly bot: Demo['bot'];
  /** Name → id; those that only some see are added as they are made. */
  readonly channels: Map<string, string>;
  /** Handle → id. */
  readonly usergroups: ReadonlyMap<string, string>;
}

/** Conversations side by side, each in its own order. */
export async function tellStory(stage: Stage): Promise<void> {
  await Promise.all(conversations.map((conversation) => tell(stage, conversation)));
}

async function tell(stage: Stage, conversation: Conversation): Promise<void> {
  const channel = await gather(stage, conversation);
  await furnish(stage, channel, conversation);
  for (const line of conversation.lines) {
    const ts = await post(stage, channel, line);
    for (const reply of line.replies ?? []) await post(stage, channel, reply, ts);
  }
}

/** What its header shows, set by the first of its people. */
async function furnish(stage: Stage, channel: string, conversation: Conversation): Promise<void> {
  const { topic, purpose, bookmarks = [], people: handles = everybody } = conversation;
  const [host] = handles;
  if (host === undefined) return;
  const { token } = personOf(stage, host);
  if (topic !== undefined) await ask(stage.url, 'conversations.setTopic', token, { channel, topic });
  if (purpose !== undefined) await ask(stage.url, 'conversations.setPurpose', token, { channel, purpose });
  for (const bookmark of bookmarks) {
    await ask(stage.url, 'bookmarks.add', token, { channel_id: channel, type: 'link', ...bookmark });
  }
}

/** The channel with its people in it. @returns its id */
async function gather(stage: Stage, { kind, name, people: handles, lines }: Conversation): Promise<string> {
  const { url, bot } = stage;
  const members = (handles ?? everybody).map((handle) => personOf(stage, handle));
  const [host, ...others] = members;
  if (!host) throw new Error(`nobody is in ${name}`);
  const ids = others.map(({ id }) => id);
  if (kind === 'direct') {
    const { channel } = await ask(url, 'conversations.open', host.token, { users: ids });
    return channel.id;
  }
  const known = stage.channels.get(name);
  const channel = known ?? (await makePrivate(url, host, name));
  const speaks = lines.some(({ by }) => by === 'lighthouse');
  await bringIn(url, host.token, channel, speaks ? [...ids, bot.user_id] : ids);
  return channel;
}
const everybody: readonly Handle[] = people
  .filter(({ role }) => role !== 'guest')
  .map(({ handle }) => handle);

async function makePrivate(url: string, host: DemoUser, name: string): Promise<string> {
  const { channel } = await ask(url, 'conversations.create', host.token, { name, is_private: true });
  return channel.id;
}

async function post(stage: Stage, channel: string, line: Line, thread?: string): Promise<string> {
  const { url } = stage;
  const token = tokenOf(stage, line.by);
  const { ts } = await ask(url, 'chat.postMessage', token, {
    channel,
    text: withMentions(stage, line.text),
    ...(line.blocks === undefined ? {} : { blocks: line.blocks }),
    ...(line.attachments === undefined ? {} : { attachments: line.attachments }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  if (line.edited !== undefined)
    await ask(url, 'chat.update', token, { channel, ts, text: withMentions(stage, line.edited) });
  for (const [name, handles] of Object.entries(line.reactions ?? {}))
    for (const handle of handles)
      await ask(url, 'reactions.add', tokenOf(stage, handle), { channel, timestamp: ts, name });
  if (line.isPinned === true) await ask(url, 'pins.add', token, { channel, timestamp: ts });
  return ts;
}

/** `@priya`, `@release-crew` and `#design` as the API writes them. */
const withMentions = ({ team, channels, usergroups }: Stage, text: string): string =>
  text.replace(/([@#])([a-z][a-z0-9-]*)/g, (written, sign: string, name: string) => {
    const usergroup = sign === '@' ? usergroups.get(name) : undefined;
    if (usergroup !== undefined) return `<!subteam^${usergroup}|@${name}>`;
    const id = sign === '#' ? channels.get(name) : [...team].find(([handle]) => handle === name)?.[1].id;
    return id === undefined ? written : `<${sign}${id}>`;
  });

const tokenOf = (stage: Stage, speaker: Speaker): string =>
  speaker === 'lighthouse' ? stage.bot.token : personOf(stage, speaker).token;

function personOf({ team }: Stage, handle: Handle): DemoUser {
  const person = team.get(handle);
  if (!person) throw new Error(`${handle} is not in the team`);
  return person;
}
