import type { ChannelId } from '../../../protocol/ids.ts';
import type { Actor } from './stage.ts';

/** What the demo's owner has gathered by now: their lists, their sections, and the channels that a team also has. */
export async function furnish(
  as: Actor,
  channels: ReadonlyMap<string, ChannelId>,
): Promise<{ readonly longThread: string }> {
  const id = (name: string): ChannelId => {
    const found = channels.get(name);
    if (found === undefined) throw new Error(`the demo has no #${name}`);
    return found;
  };
  const { user_id: maren } = await as('maren', 'auth.test', {});
  const newest = async (name: string): Promise<{ ts: string; text: string }[]> =>
    (await as('maren', 'conversations.history', { channel: id(name), limit: 20 })).messages;

  await as('noor', 'chat.postMessage', {
    channel: id('design'),
    text: `<@${maren}> the harbour board wants the bell in the empty state, too. Yes or no by Wednesday?`,
  });
  const [question] = await newest('engineering');
  await as('tomas', 'chat.postMessage', {
    channel: id('engineering'),
    thread_ts: question?.ts,
    text: `<@${maren}> you asked for one sentence: an empty timetable is worse than an old one, so we show the old one.`,
  });
  await saveSome(as, id, newest);
  await scheduleSome(as, id);
  for (const name of ['general', 'random', 'support']) {
    const [last] = await newest(name);
    if (last !== undefined) await as('maren', 'conversations.mark', { channel: id(name), ts: last.ts });
  }
  await as('maren', 'stars.add', { channel: id('general') });
  await as('maren', 'client.prefs.set', {
    prefs: {
      sections: [
        { id: 'launch', name: 'Launch week', channels: [id('release-2-4'), id('design')] },
        { id: 'people', name: 'People', channels: [id('hiring'), id('summer-meetup')] },
      ],
    },
  });
  const { usergroup } = await as('maren', 'usergroups.create', {
    name: 'Night watch',
    handle: 'night-watch',
    description: 'Who answers between ten and six',
  });
  const { members } = await as('maren', 'conversations.members', { channel: id('support'), limit: 4 });
  await as('maren', 'usergroups.users.update', { usergroup: usergroup.id, users: members });
  await channelsOfOthers(as, maren);
  return { longThread: await talkForLong(as, id('random')) };
}

type Id = (name: string) => ChannelId;
type Newest = (name: string) => Promise<{ ts: string; text: string }[]>;

async function saveSome(as: Actor, id: Id, newest: Newest): Promise<void> {
  for (const name of ['support', 'engineering', 'general']) {
    const [, , one] = await newest(name);
    if (one !== undefined) await as('maren', 'stars.add', { channel: id(name), timestamp: one.ts });
  }
}

async function scheduleSome(as: Actor, id: Id): Promise<void> {
  const day = 24 * 60 * 60;
  const morning = Math.ceil(Date.now() / 1_000 / day) * day + 8 * 60 * 60;
  const later: readonly [string, number, string][] = [
    ['general', morning, 'Good morning. The release is out for everybody from ten. Cake at three.'],
    ['support', morning + day, 'Callum, Wes: whoever had the night has Friday off. I answer the telephone.'],
    ['summer-meetup', morning + 9 * day, 'Tickets: please send me your *travel dates* by Sunday.'],
  ];
  for (const [name, at, text] of later)
    await as('maren', 'chat.scheduleMessage', { channel: id(name), post_at: String(at), text });
}

/** One that the owner is not in, one that holds one message, one that holds none, one that is closed. */
async function channelsOfOthers(as: Actor, maren: string): Promise<void> {
  const make = async (handle: string, name: string): Promise<ChannelId> =>
    (await as(handle, 'conversations.create', { name })).channel.id as ChannelId;
  const buoys = await make('henrik', 'buoys');
  await as('henrik', 'conversations.setPurpose', {
    channel: buoys,
    purpose: 'What the buoys say of the sea',
  });
  await as('henrik', 'chat.postMessage', { channel: buoys, text: 'Wave height off Havsøy: 1.4 m, falling.' });
  const single = await make('maren', 'lost-property');
  await as('maren', 'chat.postMessage', { channel: single, text: 'One glove, left, grey. Found on deck.' });
  await make('maren', 'winter-timetable');
  const closed = await make('maren', 'release-2-3');
  await as('maren', 'chat.postMessage', { channel: closed, text: 'Shipped. Thank you, all of you.' });
  await as('maren', 'conversations.archive', { channel: closed });
  const lights = await make('tomas', 'pier-lights');
  await as('tomas', 'conversations.invite', { channel: lights, users: maren });
  await as('tomas', 'chat.postMessage', { channel: lights, text: 'The lamp on pier two is out again.' });
}

/** @returns the thread’s path within its channel */
async function talkForLong(as: Actor, channel: ChannelId): Promise<string> {
  const { ts } = await as('callum', 'chat.postMessage', {
    channel,
    text: 'Tide watch: who is nearest to water, say how high it stands. I start: Oban, 2.1 m.',
  });
  const handles = ['wes', 'henrik', 'amara', 'jun', 'sofie', 'adaeze'];
  const places = ['Vancouver', 'Stockholm', 'Dakar', 'Yokohama', 'Ostend', 'Lagos'];
  for (let hour = 0; hour < 36; hour += 1) {
    const height = (2 + 1.6 * Math.sin((hour * Math.PI) / 6.2)).toFixed(1);
    await as(handles[hour % handles.length] ?? 'wes', 'chat.postMessage', {
      channel,
      thread_ts: ts,
      text: `${places[hour % places.length] ?? ''}: ${height} m${hour % 7 === 3 ? ', and a seal' : ''}`,
    });
  }
  return `/t/${ts}`;
}
