import { decodeEntities, escapeText } from '../../../domain/mrkdwn/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Lookup } from './lookup.ts';
import { meant } from './to-wire.ts';
import type { Piece, Typed } from './typed.ts';

/** What is no plain word: a token, one of the three signs escaped, or one that is not. */
const special = /<([^<>\n]+)>|&(?:amp|lt|gt);|[&<>]/g;

/** A message's text as somebody would type it, for editing. What is not touched goes back as it was. */
export function fromWire(wire: string, lookup: Lookup): Typed {
  const pieces: Piece[] = [];
  let words = '';
  let at = 0;
  for (const { 0: all, 1: inside, index } of wire.matchAll(special)) {
    words += wire.slice(at, index);
    at = index + all.length;
    const from = words.length;
    words += inside === undefined ? decodeEntities(all) : shown(all, inside, lookup);
    if (inside !== undefined || all.length === 1) pieces.push({ from, to: words.length, wire: all });
  }
  words += wire.slice(at);
  // Words that only look like a mention or an address were none, and become none by an edit elsewhere.
  const inert = meant({ words, pieces }, lookup).map(({ from, to }): Piece => ({
    from,
    to,
    wire: escapeText(words.slice(from, to)),
  }));
  return { words, pieces: [...pieces, ...inert].toSorted((one, other) => one.from - other.from) };
}

function shown(all: string, inside: string, lookup: Lookup): string {
  const at = inside.indexOf('|');
  const target = at === -1 ? inside : inside.slice(0, at);
  const label = at === -1 ? undefined : decodeEntities(inside.slice(at + 1));
  if (target.startsWith('@')) {
    const known = lookup.personName(target.slice(1) as UserId) ?? label;
    return known === undefined ? all : `@${known}`;
  }
  if (target.startsWith('#')) {
    const known = lookup.channelName(target.slice(1) as ChannelId) ?? label;
    return known === undefined ? all : `#${known}`;
  }
  if (/^!(here|channel|everyone)$/.test(target)) return `@${target.slice(1)}`;
  const group = target.startsWith('!subteam^') ? lookup.groupHandle(target.slice(9)) : undefined;
  if (group !== undefined) return `@${group}`;
  // A user group, a date: its words in place of a name that nobody knows.
  if (target.startsWith('!')) return label === undefined || label === '' ? all : label;
  if (!/^(https?|mailto):/.test(target)) return all;
  const address = decodeEntities(target);
  return label === undefined || label === address
    ? address.replace(/^mailto:/, '')
    : `[${label}](${address})`;
}
