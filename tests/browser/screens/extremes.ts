import { ask } from '../../support/ask.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { attached, controls, richWords } from './every-block.ts';

/** Names, texts and lists as long as they may be, those that run the other way, and every kind of block. */
export interface Extremes {
  /** `…/w/T…` */
  readonly room: string;
  readonly channels: Readonly<
    Record<'longest' | 'rightToLeft' | 'longTexts' | 'controls' | 'richWords', string>
  >;
}

const nameMax = 80;
const upTo = (length: number, text: string): string => text.slice(0, length);
const longName = upTo(
  nameMax,
  'Wilhelmina Charlotte van der Westhuizen-Okonkwo de la Fuente y Montblanc the Elder',
);
const longWorkspace = upTo(
  nameMax,
  'The Society for Punctual Ferries, Lighthouses and Harbour Bells of the Outer Isles',
);
const longChannel = upTo(
  nameMax,
  'research-and-interviews-autumn-with-everybody-who-ever-missed-the-last-boat-home',
);

export async function makeExtremes(url: string, account: string): Promise<Extremes> {
  const made = await ask(url, 'workspaces.create', account, { name: longWorkspace, real_name: longName });
  const call = <Name extends Parameters<typeof ask>[1]>(
    method: Name,
    args: Parameters<typeof ask<Name>>[3],
  ) => ask(url, method, made.token, args);
  const create = async (name: string): Promise<ChannelId> =>
    (await call('conversations.create', { name })).channel.id as ChannelId;
  const longest = await create(longChannel);
  await call('conversations.setTopic', {
    channel: longest,
    topic: upTo(
      250,
      'Interviews on Tuesdays, notes on Wednesdays, and never a word before the first boat. '.repeat(3),
    ),
  });
  for (const [index, title] of bookmarks.entries())
    await call('bookmarks.add', {
      channel_id: longest,
      type: 'link',
      title,
      link: `https://example.com/${index}`,
      emoji: index % 3 === 0 ? ':ferry:' : '',
    });
  const { ts } = await call('chat.postMessage', {
    channel: longest,
    text: 'Who takes the notes on Tuesday?',
  });
  await call('chat.postMessage', { channel: longest, thread_ts: ts, text: 'I do, as long as there is tea.' });
  await call('pins.add', { channel: longest, timestamp: ts });
  await call('client.prefs.set', {
    prefs: {
      sections: [{ id: 'long', name: upTo(nameMax, `${longWorkspace} and friends`), channels: [longest] }],
    },
  });
  const rightToLeft = await create('rightward');
  for (const text of otherWay) await call('chat.postMessage', { channel: rightToLeft, text });
  const longTexts = await create('long-texts');
  for (const text of longOnes) await call('chat.postMessage', { channel: longTexts, text });
  const asked = await create('questions');
  const { user_id: user } = await call('auth.test', {});
  await call('chat.postMessage', { channel: asked, text: 'The questions', blocks: controls(user as UserId) });
  const rich = await create('rich-words');
  await call('chat.postMessage', {
    channel: rich,
    text: 'The words',
    blocks: richWords,
    attachments: attached,
  });
  return {
    room: `${url}/w/${made.team.id}`,
    channels: { longest, rightToLeft, longTexts, controls: asked, richWords: rich },
  };
}

const bookmarks = [
  'Interview guide',
  'Questions we never ask again, with the reasons',
  'Recordings',
  'Consent',
  'Timetable of all boats, 1974 until now',
  'Budget',
  'Photos',
  'Tide tables',
  'Travel',
  'The map with the wrong harbour',
  'Quotes',
  'Thanks',
];

const otherWay = [
  'صباح الخير، العبّارة القادمة تغادر الساعة 14:10 من الرصيف رقم 3.',
  'המעבורת הבאה יוצאת בשעה 14:10, ראו https://example.com/timetable לפרטים.',
  'Both at once: “صباح الخير” is what Noor says before the first boat.\nושורה שמתחילה בעברית, with English in it.',
  '> العبّارة لا تنتظر أحدًا\n• واحد\n• اثنان',
];

const longOnes = [
  `https://example.com/${'a-path-that-nobody-shortened/'.repeat(12)}`,
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
  `\`\`\`\n${'departures.filter((one) => one.harbour === "Havsøy" && one.isToday).map(({ at }) => at).join(", ") '.repeat(2)}\n\`\`\``,
  'The tide came in over the flats, and nobody had moved the boats, which was to be expected. '
    .repeat(450)
    .slice(0, 39_999),
];
