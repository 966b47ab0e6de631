import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Lookup } from './lookup.ts';

/** A message's text as somebody would type it, for editing. */
export const fromWire = (wire: string, lookup: Pick<Lookup, 'personName' | 'channelName'>): string =>
  decode(
    wire.replace(/<([^<>\n]+)>/g, (all, inside: string) => {
      const [target, label] = split(inside);
      if (target.startsWith('@')) {
        const known = lookup.personName(target.slice(1) as UserId) ?? label;
        return known === undefined ? all : `@${known}`;
      }
      if (target.startsWith('#')) {
        const known = lookup.channelName(target.slice(1) as ChannelId) ?? label;
        return known === undefined ? all : `#${known}`;
      }
      if (/^!(here|channel|everyone)$/.test(target)) return `@${target.slice(1)}`;
      if (!/^(https?|mailto):/.test(target)) return all;
      return label === undefined || label === target
        ? target.replace(/^mailto:/, '')
        : `[${label}](${target})`;
    }),
  );

function split(inside: string): [target: string, label: string | undefined] {
  const at = inside.indexOf('|');
  return at === -1 ? [inside, undefined] : [inside.slice(0, at), inside.slice(at + 1)];
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
