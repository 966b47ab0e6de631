import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type GatewayClient } from '../../support/gateway-client.ts';
import { startHouse, type House } from '../../support/house.ts';
import { callBy, refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import {
  join,
  makeBot,
  signUp,
  unique,
  type TestPerson,
  type TestWorkspace,
} from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const inAnHour = (): number => Math.floor(Date.now() / 1_000) + 3_600;

/** Whatever posts reads words alike. */
describe.each(sdks)('words by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let owner: WebClient;
  let general: string;
  let inesHears: GatewayClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    ines = await join(workspace);
    owner = client(house.url, workspace.owner.token);
    general = workspace.generalId;
    inesHears = await connect(house.url, ines.token);
    await inesHears.next(({ type }) => type === 'hello');
  });
  afterAll(() => inesHears.close());

  type Args = Readonly<Record<string, unknown>>;
  /** What each of them makes of the same arguments. */
  const ways: Readonly<Record<string, (args: Args) => Promise<unknown>>> = {
    'chat.postMessage': async (args) =>
      (await callBy(owner, 'chat.postMessage', { channel: general, ...args })).message.text,
    'chat.update': async (args) => {
      const { ts } = await callBy(owner, 'chat.postMessage', { channel: general, text: 'before' });
      return (await callBy(owner, 'chat.update', { channel: general, ts, ...args })).message.text;
    },
    'chat.scheduleMessage': async (args) => {
      const when = { channel: general, post_at: inAnHour() };
      const { message, ...planned } = await callBy(owner, 'chat.scheduleMessage', { ...when, ...args });
      const { scheduled_messages: all } = await callBy(owner, 'chat.scheduledMessages.list', {});
      const kept = all.find(({ id }) => id === planned.scheduled_message_id);
      expect(kept?.text).toBe(message.text);
      return kept?.text;
    },
    'chat.postEphemeral': async (args) => {
      const to = { channel: general, user: ines.userId };
      const { message_ts: said } = await callBy(owner, 'chat.postEphemeral', { ...to, ...args });
      return (await inesHears.next(({ ts }) => ts === said))['text'];
    },
  };

  describe.each(Object.keys(ways))('in %s', (method) => {
    const textOf = (args: Args): Promise<unknown> =>
      ways[method]?.(args) ?? Promise.reject(new Error('no way'));

    test('are kept as Slack keeps them: what is no markup is an entity', async () => {
      expect(await textOf({ text: 'a & b <c> <!here>' })).toBe('a &amp; b &lt;c&gt; <!here>');
    });

    test('have names linked where it is asked for, and no markup with parse=full', async () => {
      const text = 'in #general, <!here>';
      const link = `<#${general}|general>`;
      expect(await textOf({ text })).toBe(text);
      expect(await textOf({ text, link_names: true })).toBe(`in ${link}, <!here>`);
      expect(await textOf({ text, parse: 'full' })).toBe(`in ${link}, &lt;!here&gt;`);
    });

    test('come as Markdown instead, and not beside other words', async () => {
      const markdown = '# Done\n\n**all** & [more](https://example.com/a)';
      const mrkdwn = '*Done*\n\n*all* &amp; <https://example.com/a|more>';
      expect(await textOf({ markdown_text: markdown })).toBe(mrkdwn);
      const both = textOf({ markdown_text: markdown, text: 'x' });
      expect(await refusalOf(both)).toBe('markdown_text_conflict');
      expect(await refusalOf(textOf({ markdown_text: 'x'.repeat(12_001) }))).toBe('msg_too_long');
    });
  });

  test('of /me are kept as any others', async () => {
    const { ts } = await owner.chat.meMessage({ channel: general, text: 'likes <b> & c' });
    const { messages } = await owner.conversations.history({ channel: general, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts, text: 'likes &lt;b&gt; &amp; c' });
  });

  test('that are scheduled come as they were planned: no markup, no previews', async () => {
    const channel = (await owner.conversations.create({ name: unique('plan') })).channel?.id ?? '';
    const args = { channel, text: '*x* & <y>', mrkdwn: false, unfurl_links: false };
    await callBy(owner, 'chat.scheduleMessage', { ...args, post_at: Math.floor(Date.now() / 1_000) + 1 });
    const posted = async () =>
      (await callBy(owner, 'conversations.history', { channel })).messages.find(
        ({ subtype }) => subtype === undefined,
      );
    await expect
      .poll(posted, { timeout: 15_000, interval: 100 })
      .toMatchObject({ text: '*x* &amp; &lt;y&gt;', mrkdwn: false });
  });

  test('that a bot shows to one person come under the name that it wishes', async () => {
    const bot = await makeBot(workspace);
    await owner.conversations.invite({ channel: general, users: bot.userId });
    const said = await callBy(client(house.url, bot.token), 'chat.postEphemeral', {
      channel: general,
      user: ines.userId,
      text: 'deployed',
      username: 'Deploys',
      icon_emoji: 'rocket',
    });
    const seen = await inesHears.next(({ ts }) => ts === said.message_ts);
    expect(seen).toMatchObject({ username: 'Deploys', icons: { emoji: ':rocket:' }, bot_id: bot.id });
  });

  test('go to a channel by its name, and link it, however its letters were composed', async () => {
    const name = unique('équipe');
    expect(name.normalize('NFD')).not.toBe(name);
    const made = await owner.conversations.create({ name: name.normalize('NFD') });
    const id = made.channel?.id ?? '';
    for (const spelt of [name.normalize('NFC'), name.normalize('NFD')]) {
      const said = await callBy(owner, 'chat.postMessage', {
        channel: `#${spelt}`,
        text: `in #${spelt}.`,
        link_names: true,
      });
      expect(said.channel).toBe(id);
      expect(said.message.text).toBe(`in <#${id}|${name.normalize('NFC')}>.`);
    }
  });

  test('that make no message open no conversation', async () => {
    const { userId: channel } = await join(workspace);
    const refused = [
      callBy(owner, 'chat.postMessage', { channel }),
      callBy(owner, 'chat.postMessage', { channel, text: 'x'.repeat(40_001) }),
      callBy(owner, 'chat.postEphemeral', { channel, user: channel }),
      callBy(owner, 'chat.scheduleMessage', { channel, post_at: inAnHour() }),
      callBy(owner, 'chat.scheduleMessage', { channel, text: 'x', post_at: 1_500_000_000 }),
      callBy(owner, 'chat.meMessage', { channel }),
    ];
    expect(await Promise.all(refused.map((one) => refusalOf(one)))).toEqual([
      'no_text',
      'msg_too_long',
      'no_text',
      'no_text',
      'time_in_past',
      'no_text',
    ]);
    const { channels } = await callBy(owner, 'conversations.list', { types: 'im' });
    expect(channels.map(({ user }) => user)).not.toContain(channel);
    await callBy(owner, 'chat.postMessage', { channel, text: 'x' });
    const after = await callBy(owner, 'conversations.list', { types: 'im' });
    expect(after.channels.map(({ user }) => user)).toContain(channel);
  });
});
