import { escapeText } from './entities.ts';
import { linkAddress } from './link-address.ts';
import { storedText, tokenAt } from './store-text.ts';

/**
 * Markdown as mrkdwn that shows the same, in the form in which text is kept. What mrkdwn has no sign for becomes what is
 * nearest to it: a heading is bold, an item has a bullet, a picture is its link.
 */
export function fromMarkdown(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) {
      fence = mark;
      lines.push('```');
    } else if (fence !== undefined && mark?.startsWith(fence) === true) {
      fence = undefined;
      lines.push('```');
    } else lines.push(fence === undefined ? quoted(line) : escapeText(line));
  }
  // As in Markdown: a fence that is not closed holds the rest.
  if (fence !== undefined) lines.push('```');
  return lines.join('\n');
}

/** Quotes within quotes are taken off one after the other: there may be thousands. */
function quoted(line: string): string {
  const [marks = ''] = /^(?: {0,3}> ?)*/.exec(line) ?? [];
  return '&gt; '.repeat(marks.split('>').length - 1) + block(line.slice(marks.length));
}

function block(line: string): string {
  const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line)?.[1];
  if (heading !== undefined) {
    const words = heading.replace(/[ \t]+#+[ \t]*$/, '').trim();
    // Bold within bold is none.
    return words === '' ? '' : `*${inline(words.replace(/\*\*|__/g, ''))}*`;
  }
  if (/^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)) return '──────────';
  const item = /^([ \t]*)[-*+][ \t]+(?:\[([ xX])\][ \t]+)?(.*)$/.exec(line);
  if (item === null) return inline(line);
  const [, indent = '', box, words = ''] = item;
  const bullet = box === undefined ? '•' : box === ' ' ? '☐' : '☑';
  return `${indent}${bullet} ${inline(words)}`;
}

/** Longer ones first. */
const emphases: readonly (readonly [sign: string, open: string, close: string])[] = [
  ['***', '*_', '_*'],
  ['___', '*_', '_*'],
  ['**', '*', '*'],
  ['__', '*', '*'],
  ['~~', '~', '~'],
  ['*', '_', '_'],
  ['_', '_', '_'],
];

interface Piece {
  readonly end: number;
  readonly text: string;
}

/** Each sign is looked at once, and what closes none is not looked for again: long hostile lines cost little. */
function inline(text: string): string {
  const unclosed = new Set<string>();
  let stored = '';
  let plain = '';
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at, unclosed);
    if (piece === undefined) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    stored += storedText(plain) + piece.text;
    plain = '';
    at = piece.end;
  }
  return stored + storedText(plain);
}

function pieceAt(text: string, at: number, unclosed: Set<string>): Piece | undefined {
  switch (text.charAt(at)) {
    case '\\':
      return escaped(text, at);
    case '`':
      return code(text, at, unclosed);
    case '<': {
      const token = tokenAt(text, at);
      return token === undefined ? undefined : { end: at + token.length, text: token };
    }
    case '!':
    case '[':
      return link(text, at);
    case '*':
    case '_':
    case '~':
      return emphasis(text, at, unclosed);
    default:
      return undefined;
  }
}

function escaped(text: string, at: number): Piece | undefined {
  const sign = text.charAt(at + 1);
  return /^[!-/:-@[-`{-~]$/.test(sign) ? { end: at + 2, text: escapeText(sign) } : undefined;
}

function code(text: string, at: number, unclosed: Set<string>): Piece | undefined {
  const [run = ''] = /^`+/.exec(text.slice(at)) ?? [];
  const whole = { end: at + run.length, text: run };
  if (unclosed.has(run)) return whole;
  const close = new RegExp(`(?<!\`)${run}(?!\`)`, 'g');
  close.lastIndex = whole.end;
  const found = close.exec(text);
  if (found === null) {
    unclosed.add(run);
    return whole;
  }
  const words = text.slice(whole.end, found.index);
  return { end: close.lastIndex, text: `\`${escapeText(words.trim() === '' ? words : words.trim())}\`` };
}

const linkSyntax =
  /!?\[([^[\]\n]*)\]\([ \t]*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)?)>?(?:[ \t]+"[^"\n]*")?[ \t]*\)/y;

function link(text: string, at: number): Piece | undefined {
  linkSyntax.lastIndex = at;
  const found = linkSyntax.exec(text);
  if (found === null) return undefined;
  const [whole, label = '', target = ''] = found;
  const address = linkAddress(target);
  const end = at + whole.length;
  // Nothing that could not be opened is made to look as if it could.
  if (address === undefined) return { end, text: `${inline(label)} (${escapeText(target)})` };
  const name = escapeText(label.replace(/[*_~`|]/g, '').trim());
  return { end, text: name === '' ? `<${escapeText(address)}>` : `<${escapeText(address)}|${name}>` };
}

function emphasis(text: string, at: number, unclosed: Set<string>): Piece | undefined {
  for (const [sign, open, close] of emphases) {
    if (!text.startsWith(sign, at) || unclosed.has(sign)) continue;
    const start = at + sign.length;
    if (/^(?:\s|)$/.test(text.charAt(start))) continue;
    // Underscores within a word are of the word.
    if (sign.startsWith('_') && isWord(text.charAt(at - 1))) continue;
    const end = closing(text, start, sign);
    if (end === undefined) {
      unclosed.add(sign);
      continue;
    }
    return { end: end + sign.length, text: `${open}${inline(text.slice(start, end))}${close}` };
  }
  // Not a part of a longer run.
  const [run = ''] = /^([*_~])\1*/.exec(text.slice(at)) ?? [];
  return run.length > 1 ? { end: at + run.length, text: run } : undefined;
}

function closing(text: string, start: number, sign: string): number | undefined {
  for (let end = text.indexOf(sign, start + 1); end !== -1; end = text.indexOf(sign, end + 1)) {
    const after = text.charAt(end + sign.length);
    const isLone = after !== sign.charAt(0) && (sign.length > 1 || text.charAt(end - 1) !== sign);
    const isOfWord = sign.startsWith('_') && isWord(after);
    if (isLone && !isOfWord && !/\s/.test(text.charAt(end - 1))) return end;
  }
  return undefined;
}

const isWord = (sign: string): boolean => /^[\p{L}\p{N}_]$/u.test(sign);
