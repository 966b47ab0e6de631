import { expect, test } from 'vitest';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { fromWire } from './from-wire.ts';
import type { Lookup } from './lookup.ts';
import { toWire } from './to-wire.ts';

const people: readonly (readonly [string, string])[] = [
  ['Noor Haddad', 'U0NOORNOORNO'],
  ['noor', 'U0NOORTHESEC'],
  ['Łukasz', 'U0LUKASZLUKA'],
];
const lookup: Lookup = {
  personName: (id) => people.find((one) => one[1] === id)?.[0],
  channelName: (id) => (id === 'C0LAUNCHLAUN' ? 'launch' : undefined),
  personAt: (text) => {
    const hit = people
      .filter(([name]) => text.toLowerCase().startsWith(name.toLowerCase()))
      .sort((a, b) => b[0].length - a[0].length)[0];
    return hit && { id: hit[1] as UserId, length: hit[0].length };
  },
  channelCalled: (name) => (name === 'launch' ? ('C0LAUNCHLAUN' as ChannelId) : undefined),
};

test.each([
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['@Noor Haddad, look', '<@U0NOORNOORNO>, look'],
  ['@nobody and a@noor.example', '@nobody and a@noor.example'],
  ['(@Łukasz)', '(<@U0LUKASZLUKA>)'],
  ['@here @everyone @herebert', '<!here> <!everyone> @herebert'],
  ['in #launch, not #lunch', 'in <#C0LAUNCHLAUN|launch>, not #lunch'],
  ['see https://a.example/x?a=1&b=2.', 'see <https://a.example/x?a=1&amp;b=2>.'],
  ['(https://a.example/w_(x))', '(<https://a.example/w_(x)>)'],
  ['[the plan](https://a.example/p) it is', '<https://a.example/p|the plan> it is'],
  ['`@noor` and ```\n#launch <b>\n```', '`@noor` and ```\n#launch &lt;b&gt;\n```'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
])('%s is sent as %s', (typed, wire) => {
  expect(toWire(typed, lookup)).toBe(wire);
});

test.each([
  'a < b && c > d',
  '@Noor Haddad look at #launch',
  '[the plan](https://a.example/p?x=1&y=2)',
  'https://a.example/x?a=1&b=2',
  '@here *bold* _it_ ~no~',
  '`@noor` stays',
])('what was typed can be edited as it was typed: %s', (typed) => {
  expect(fromWire(toWire(typed, lookup), lookup)).toBe(typed);
});
