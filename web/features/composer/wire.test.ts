import { expect, test } from 'vitest';
import { hostileWords } from '../../../domain/mrkdwn/testing/hostile.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { dice } from '../../store/testing/dice.ts';
import { fromWire } from './from-wire.ts';
import type { Lookup } from './lookup.ts';
import { toWire } from './to-wire.ts';
import { justTyped, retype } from './typed.ts';

const people: readonly (readonly [string, string])[] = [
  ['Noor Haddad', 'U0NOORNOORNO'],
  ['noor', 'U0NOORTHESEC'],
  ['Łukasz', 'U0LUKASZLUKA'],
  // Found by the name that she shares, and only after the other one.
  ['Noor Haddad', 'U0NOORTWOTWO'],
];
const lookup: Lookup = {
  personName: (id) => people.find((one) => one[1] === id)?.[0],
  channelName: (id) => (id === 'C0LAUNCHLAUN' ? 'launch' : undefined),
  personAt: (text) => {
    const hit = people
      .filter(([name]) => text.toLowerCase().startsWith(name.toLowerCase()))
      .filter(([name]) => !/^[\p{L}\p{N}_]/u.test(text.slice(name.length)))
      .sort((a, b) => b[0].length - a[0].length)[0];
    return hit && { id: hit[1] as UserId, length: hit[0].length };
  },
  channelCalled: (name) => (name === 'launch' ? ('C0LAUNCHLAUN' as ChannelId) : undefined),
  groupHandle: (id) => (id === 'S0CREWCREWCR' ? 'crew' : undefined),
  groupCalled: (handle) => (handle === 'crew' ? 'S0CREWCREWCR' : undefined),
};

test.each([
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['@Noor Haddad, look', '<@U0NOORNOORNO>, look'],
  ['@nobody and a@noor.example', '@nobody and a@noor.example'],
  ['(@Łukasz)', '(<@U0LUKASZLUKA>)'],
  ['@here @everyone @herebert', '<!here> <!everyone> @herebert'],
  ['tell @crew. and @crews', 'tell <!subteam^S0CREWCREWCR>. and @crews'],
  ['in #launch, not #lunch', 'in <#C0LAUNCHLAUN|launch>, not #lunch'],
  ['see https://a.example/x?a=1&b=2.', 'see <https://a.example/x?a=1&amp;b=2>.'],
  ['(https://a.example/w_(x))', '(<https://a.example/w_(x)>)'],
  ['[the plan](https://a.example/p) it is', '<https://a.example/p|the plan> it is'],
  ['`@noor` and ```\n#launch <b>\n```', '`@noor` and ```\n#launch &lt;b&gt;\n```'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
])('%s is sent as %s', (typed, wire) => {
  expect(toWire(justTyped(typed), lookup)).toBe(wire);
});

test.each([
  'a < b && c > d',
  '@Noor Haddad look at #launch',
  '[the plan](https://a.example/p?x=1&y=2)',
  'https://a.example/x?a=1&b=2',
  '@here *bold* _it_ ~no~',
  'ask @crew, please',
  '`@noor` stays',
])('what was typed can be edited as it was typed: %s', (typed) => {
  expect(fromWire(toWire(justTyped(typed), lookup), lookup).words).toBe(typed);
});

/** What a client cannot write, or not so; and all that could look like something else. */
const wires = [
  '<@U0NOORNOORNO> and <@U0NOORTWOTWO>, both Noor',
  '<@U0NOBODYKNOW> left, <@U0NOBODYKNOW|anna> too',
  '<!subteam^S0TEAMTEAMTE> and <!subteam^S0TEAMTEAMTE|@marketing>',
  'at <!date^1392734382^{date_short}|Feb 18, 2014> or <!date^1392734382^{time}>',
  '<#C0GONEGONEGO> <#C0GONEGONEGO|gone> <#C0LAUNCHLAUN|renamed>',
  '<!here|here> <!channel> <!everyone|everyone>',
  '<https://a.example/?a=1&amp;b=2|A &amp; B `x` [y]> <mailto:a@b.example|a@b.example> <tel:+49|call>',
  'as written: https://a.example/x. @Noor Haddad @here #launch [a](https://b.example)',
  'bare & and < and > and &amp;lt; and &nbsp;',
  '`<@U0NOORNOORNO> & @noor` ```\n<@U0NOORTWOTWO> < #launch\n```',
  'half `of a <https://a.example/`x|code`> and https://a.example/`y `z` @noor',
  '<> <|> <@> <!> <a\nb> <<@U0NOORNOORNO>>',
];

test('a message that is saved as it was opened stays as it was', () => {
  for (const wire of [...wires, ...hostileWords])
    expect(toWire(fromWire(wire, lookup), lookup)).toBe(wire.trim());
  const parts = wires.flatMap((wire) => wire.split(/(?=[<`&@#[ ])/));
  const random = dice(20_261_125);
  for (let round = 0; round < 3_000; round += 1) {
    const wire = Array.from({ length: 1 + random(9) }, () => parts[random(parts.length)] ?? '')
      .join('')
      .trim();
    expect(toWire(fromWire(wire, lookup), lookup)).toBe(wire);
  }
});

test('an edit changes what it touches and nothing else', () => {
  const random = dice(7);
  for (const wire of wires) {
    const opened = fromWire(wire, lookup);
    const ahead = retype(opened, `So: ${opened.words}`);
    const both = retype(ahead, `${ahead.words} – and so on`);
    expect(toWire(both, lookup)).toBe(`So: ${wire} – and so on`);
    // Key by key, somewhere, and back again.
    const at = random(opened.words.length);
    const free = opened.pieces.every(({ from, to }) => at <= from || at > to);
    if (!free) continue;
    const put = (words: string): string => opened.words.slice(0, at) + words + opened.words.slice(at);
    const there = ['x', 'xy', 'xyz'].reduce((last, words) => retype(last, put(words)), opened);
    expect(toWire(retype(there, opened.words), lookup)).toBe(wire);
  }
});

test.each([
  ['<@U0NOORTWOTWO> hi', '@Noor Haddad hi', '@Noor Haddad, hi', '<@U0NOORTWOTWO>, hi'],
  ['<@U0LUKASZLUKA> hi', '@Łukasz hi', '@Łukaszs hi', '@Łukaszs hi'],
  ['<@U0NOORTWOTWO> hi', '@Noor Haddad hi', '@noor hi', '<@U0NOORTHESEC> hi'],
  ['<https://a.example> hi', 'https://a.example hi', 'https://a.example/b hi', '<https://a.example/b> hi'],
  ['ask <@U0NOORTWOTWO>', 'ask @Noor Haddad', 'ask', 'ask'],
])('%s, shown as %s, becomes %s', (wire, words, changed, after) => {
  const opened = fromWire(wire, lookup);
  expect(opened.words).toBe(words);
  expect(toWire(retype(opened, changed), lookup)).toBe(after);
});
