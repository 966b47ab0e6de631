import { escapeText } from '../../../domain/mrkdwn/entities.ts';
import type { Lookup } from './lookup.ts';
import type { Piece, Typed } from './typed.ts';

/** Code is code: nothing in it is a mention or a link. What is hidden says already what it is. */
const settled = /(```[\s\S]*?```|`[^`\n]+`|\0+)/;
const token =
  /\[([^\][\n]{1,500})\]\((https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)|https?:\/\/[^\s<>|]+|(?<![\p{L}\p{N}_])@(here|channel|everyone)(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_&])([@#])(?=[\p{L}\p{N}_])/u;
/** A dot at its end belongs to the sentence. */
const handle = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*/u;
/** Belongs to the sentence, not to the address. */
const afterAddress = /[.,;:!?'"*_~\])]+$/;

/** Typed words as a message's text: the three signs escaped, people, channels and links named by what they are. */
export function toWire(typed: Typed, lookup: Lookup): string {
  const { words, pieces } = typed;
  const all = [...pieces, ...meant(typed, lookup)].toSorted((one, other) => one.from - other.from);
  let wire = '';
  let at = 0;
  for (const { from, to, wire: written } of all) {
    wire += escapeText(words.slice(at, from)) + written;
    at = to;
  }
  return (wire + escapeText(words.slice(at))).trim();
}

/** What of the other words means a person, a channel or an address. */
export function meant({ words, pieces }: Typed, lookup: Lookup): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const [index, part] of hide(words, pieces).split(settled).entries()) {
    if (index % 2 === 0) found.push(...meantIn(part, at, lookup));
    at += part.length;
  }
  return found;
}

/** As long as before, so that places stay places. */
function hide(words: string, pieces: readonly Piece[]): string {
  let hidden = '';
  for (const { from, to } of pieces) hidden += words.slice(hidden.length, from) + '\0'.repeat(to - from);
  return hidden + words.slice(hidden.length);
}

function meantIn(text: string, start: number, lookup: Lookup): Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (let found = token.exec(rest); found !== null; found = token.exec(rest)) {
    const [wire, taken] = name(found, rest.slice(found.index), lookup);
    const from = start + text.length - rest.length + found.index;
    if (wire !== undefined) pieces.push({ from, to: from + taken, wire });
    rest = rest.slice(found.index + taken);
  }
  return pieces;
}

/** What a token becomes, unless it stays as it is, and how many characters it took. */
function name(
  found: RegExpExecArray,
  from: string,
  lookup: Lookup,
): [wire: string | undefined, length: number] {
  const [all, label, url, everybody, sign] = found;
  if (label !== undefined && url !== undefined)
    return [`<${escapeText(url)}|${escapeText(label.replaceAll('|', '¦'))}>`, all.length];
  if (everybody !== undefined) return [`<!${everybody}>`, all.length];
  if (sign === '@') {
    const person = lookup.personAt(from.slice(1));
    if (person !== undefined) return [`<@${person.id}>`, 1 + person.length];
    const called = handle.exec(from.slice(1))?.[0] ?? '';
    const group = lookup.groupCalled(called);
    return group === undefined ? [undefined, 1] : [`<!subteam^${group}>`, 1 + called.length];
  }
  if (sign === '#') {
    const called = /^[\p{L}\p{M}\p{N}_-]+/u.exec(from.slice(1))?.[0] ?? '';
    const id = lookup.channelCalled(called);
    return id === undefined ? [undefined, 1] : [`<#${id}|${called}>`, 1 + called.length];
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
