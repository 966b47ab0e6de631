import { storedText } from '../../../domain/mrkdwn/store-text.ts';

/** Code is code: nothing in it is a mark. */
const code = /(```[^]*?```|`[^`\n]+`)/;

/** Markdown as mrkdwn that looks the same: Slack's marks where the two differ. */
export const markdownToMrkdwn = (markdown: string): string =>
  markdown
    .split(code)
    .map((part, index) => (index % 2 === 1 ? storedText(part) : wordsToMrkdwn(part)))
    .join('');

const wordsToMrkdwn = (text: string): string =>
  text
    .split('\n')
    .map((line) => lineToMrkdwn(line))
    .join('\n');

function lineToMrkdwn(line: string): string {
  const heading = /^ {0,3}#{1,6} +(.*?)[ #]*$/.exec(line);
  if (heading !== null) return `*${unmarked(inlineToMrkdwn(heading[1] ?? ''))}*`;
  if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,}) *$/.test(line)) return '———';
  const item = /^( *)[-*+] +(?:\[([ xX])\] +)?(.*)$/.exec(line);
  if (item === null) return inlineToMrkdwn(line);
  const [, indent = '', box, words = ''] = item;
  const sign = box === undefined ? '•' : box === ' ' ? '☐' : '☑';
  return `${indent}${sign} ${inlineToMrkdwn(words)}`;
}

/** Italic first, for its single star is what Slack's bold is. */
const inlineToMrkdwn = (text: string): string =>
  storedText(
    text.replace(
      /!?\[([^\][\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,2000})(?: "[^"\n]{0,200}")?\)/g,
      (_all, label: string, url: string) => `<${url}|${label.replaceAll('|', '¦')}>`,
    ),
  )
    .replace(/(^|[^*\p{L}\p{N}])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?![*\p{L}\p{N}])/gu, '$1_$2_')
    .replace(/\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*/g, '*$1*')
    .replace(/__(?=\S)([^_\n]{1,2000}?)(?<=\S)__/g, '*$1*')
    .replace(/~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~/g, '~$1~');

/** Within what is bold already. */
const unmarked = (text: string): string => text.replaceAll('*', '');
