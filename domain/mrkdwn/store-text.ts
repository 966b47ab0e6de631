import { escapeText } from './entities.ts';

/**
 * Text as it is kept and given back: what means something between `<` and `>` stays, any other of Slack's three signs
 * is an entity. What is in this form already stays as it is.
 */
export const storedText = (given: string): string => {
  let stored = '';
  let at = 0;
  for (const { index, 0: whole } of given.matchAll(token)) {
    stored += escapeLone(given.slice(at, index)) + whole;
    at = index + whole.length;
  }
  return stored + escapeLone(given.slice(at));
};

/** `parse=full`: nothing that was sent is markup, so all of it is words. */
export const literalText = (given: string): string => escapeText(given);

/** What means something between `<` and `>`, if it begins here. */
export function tokenAt(text: string, at: number): string | undefined {
  const sticky = new RegExp(token.source, 'y');
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

const token =
  /<(?:@[UWB][A-Z0-9]+|#[CDG][A-Z0-9]+|!(?:channel|here|everyone|(?:subteam|date)\^[^<>|\n]+)|[A-Za-z][A-Za-z0-9+.-]{0,20}:[^<>|\n]+)(?:\|[^<>\n]*)?>/g;

const escapeLone = (text: string): string =>
  text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
