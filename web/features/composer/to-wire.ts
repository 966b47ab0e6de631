import { escapeText } from '../../../domain/mrkdwn/entities.ts';
import type { Lookup } from './lookup.ts';

/** Code is code: nothing in it is a mention or a link. */
const code = /(```[\s\S]*?```|`[^`\n]+`)/;
const token =
  /\[([^\][\n]{1,500})\]\((https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)|https?:\/\/[^\s<>|]+|(?<![\p{L}\p{N}_])@(here|channel|everyone)(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_&])([@#])(?=[\p{L}\p{N}_])/u;
/** Belongs to the sentence, not to the address. */
const afterAddress = /[.,;:!?'"*_~\])]+$/;

/** Typed words as a message's text: the three signs escaped, people, channels and links named by what they are. */
export const toWire = (words: string, lookup: Lookup): string =>
  words
    .split(code)
    .map((part, index) => (index % 2 === 1 ? escapeText(part) : plainToWire(part, lookup)))
    .join('')
    .trim();

function plainToWire(text: string, lookup: Lookup): string {
  let wire = '';
  let rest = text;
  for (let found = token.exec(rest); found !== null; found = token.exec(rest)) {
    wire += escapeText(rest.slice(0, found.index));
    const [written, taken] = name(found, rest.slice(found.index), lookup);
    wire += written;
    rest = rest.slice(found.index + taken);
  }
  return wire + escapeText(rest);
}

/** What a token becomes, and how many characters it took. */
function name(found: RegExpExecArray, from: string, lookup: Lookup): [wire: string, length: number] {
  const [all, label, url, everybody, sign] = found;
  if (label !== undefined && url !== undefined)
    return [`<${escapeText(url)}|${escapeText(label.replaceAll('|', '¦'))}>`, all.length];
  if (everybody !== undefined) return [`<!${everybody}>`, all.length];
  if (sign === '@') {
    const person = lookup.personAt(from.slice(1));
    return person === undefined ? ['@', 1] : [`<@${person.id}>`, 1 + person.length];
  }
  if (sign === '#') {
    const called = /^[\p{L}\p{M}\p{N}_-]+/u.exec(from.slice(1))?.[0] ?? '';
    const id = lookup.channelCalled(called);
    return id === undefined ? ['#', 1] : [`<#${id}|${called}>`, 1 + called.length];
  }
  const address = withoutTail(all);
  return [`<${escapeText(address)}>`, address.length];
}

/** A closing bracket stays where the address has its opening one. */
function withoutTail(address: string): string {
  const tail = afterAddress.exec(address)?.[0] ?? '';
  const kept = address.slice(0, address.length - tail.length);
  return tail.startsWith(')') && kept.includes('(') ? `${kept})` : kept;
}
