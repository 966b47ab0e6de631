import { readAngle } from './angle.ts';
import { decodeEntities } from './entities.ts';
import { linkAddress } from './link-address.ts';
import type { Inline } from './tree.ts';

export type Marker = '*' | '_' | '~';
export type Token =
  | Inline
  | { readonly type: 'break' }
  | { readonly type: 'marker'; readonly sign: Marker; readonly canOpen: boolean; readonly canClose: boolean };

const special = /[`<&:*_~\n]|https?:\/\//gi;
const emoji = /:([a-z0-9_+'-]{1,100}?(?:::skin-tone-[2-6])?):/y;
const address = /https?:\/\/[^\s<>"`\\|]+/iy;
const wordSign = /[\p{L}\p{N}]/u;
/** What keeps a backtick from being code's. */
const beside = /[\p{L}\p{N}`]/u;

/**
 * Text without blocks, as a flat list. Each sign is looked at a bounded number of times: what is searched ahead is
 * remembered until it was passed, so that 40,000 openers without a closer cost no more than other text. Verbatim:
 * what somebody typed as an address stays text.
 */
export function scan(text: string, isVerbatim = false): Token[] {
  const tokens: Token[] = [];
  const ahead = new Ahead(text);
  let textFrom = 0;
  let at = 0;
  const flush = (to: number): void => {
    if (to > textFrom) tokens.push({ type: 'text', text: decodeEntities(text.slice(textFrom, to)) });
  };
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (found === null) break;
    const isTyped = found[0].length > 1;
    const read = isTyped && isVerbatim ? undefined : readAt(text, found.index, found[0], ahead);
    if (read === undefined) {
      // As written.
      at = found.index + runLength(text, found.index, found[0]);
      continue;
    }
    flush(found.index);
    tokens.push(read.token);
    at = read.end;
    textFrom = at;
  }
  flush(text.length);
  return tokens;
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function readAt(text: string, at: number, sign: string, ahead: Ahead): Read | undefined {
  switch (sign) {
    case '\n':
      return { token: { type: 'break' }, end: at + 1 };
    case '`':
      return readCode(text, at, ahead);
    case '<':
      return readToken(text, at, ahead);
    case ':':
      return readEmoji(text, at);
    case '&':
      return undefined;
    case '*':
    case '_':
    case '~':
      return readMarker(text, at, sign);
    default:
      return readAddress(text, at);
  }
}

function readCode(text: string, at: number, ahead: Ahead): Read | undefined {
  const end = ahead.next('`', at + 1);
  if (end === -1 || ahead.isBetween('\n', at, end)) return undefined;
  if (beside.test(text.charAt(at - 1)) || beside.test(text.charAt(end + 1))) return undefined;
  if (text.slice(at + 1, end).trim() === '') return undefined;
  return { token: { type: 'code', code: decodeEntities(text.slice(at + 1, end)) }, end: end + 1 };
}

function readToken(text: string, at: number, ahead: Ahead): Read | undefined {
  const end = ahead.next('>', at + 1);
  if (end === -1 || ahead.isBetween('<', at, end) || ahead.isBetween('\n', at, end)) return undefined;
  const token = readAngle(text.slice(at + 1, end));
  return token && { token, end: end + 1 };
}

function readEmoji(text: string, at: number): Read | undefined {
  emoji.lastIndex = at;
  const name = emoji.exec(text)?.[1];
  return name === undefined ? undefined : { token: { type: 'emoji', name }, end: emoji.lastIndex };
}

/** An address that somebody typed. What ends a sentence, or closes what was opened before it, is not of it. */
function readAddress(text: string, at: number): Read | undefined {
  if (isWord(text, at - 1)) return undefined;
  address.lastIndex = at;
  const [whole = ''] = address.exec(text) ?? [];
  const written = withoutTail(whole.replace(/&(?:lt|gt);[^]*$/, ''));
  const url = linkAddress(decodeEntities(written));
  return url === undefined
    ? undefined
    : { token: { type: 'link', url, label: url }, end: at + written.length };
}

function withoutTail(address: string): string {
  let end = address.length;
  let open = 0;
  for (const sign of address) open += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const sign = address.charAt(end - 1);
    if (sign === ')' && open < 0) open += 1;
    else if (!/[.,;:!?'*_~\]}]/.test(sign)) break;
  }
  return address.slice(0, end);
}

/** As Slack has it: at a word's edge, and with text beside it. Several in a row are no marker. */
function readMarker(text: string, at: number, sign: Marker): Read | undefined {
  if (text.charAt(at - 1) === sign || text.charAt(at + 1) === sign) return undefined;
  const canOpen = !isWord(text, at - 1) && !isBlank(text, at + 1);
  const canClose = !isBlank(text, at - 1) && !isWord(text, at + 1);
  return canOpen || canClose
    ? { token: { type: 'marker', sign, canOpen, canClose }, end: at + 1 }
    : undefined;
}

/** A run of markers is none of them, so it is passed whole; of other signs each may begin something. */
function runLength(text: string, at: number, sign: string): number {
  if (!'*_~'.includes(sign)) return sign.length;
  let end = at + 1;
  while (text.charAt(end) === sign) end += 1;
  return end - at;
}

const isWord = (text: string, at: number): boolean => wordSign.test(text.charAt(at));
const isBlank = (text: string, at: number): boolean => text.charAt(at).trim() === '';

/** Where a sign comes next, searched once for each place where it is. */
class Ahead {
  readonly #text: string;
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** At or after `from`, which only rises; -1 where there is none. */
  next(sign: string, from: number): number {
    const known = this.#known.get(sign);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.#text.indexOf(sign, from);
    this.#known.set(sign, found);
    return found;
  }

  isBetween(sign: string, from: number, to: number): boolean {
    const found = this.next(sign, from + 1);
    return found !== -1 && found < to;
  }
}
