import type { ChannelId, UserId } from '../../protocol/ids.ts';
import { parseMrkdwn } from './parse.ts';
import type { Block, Inline } from './tree.ts';

export interface Names {
  readonly user: (userId: UserId) => string | undefined;
  readonly channel: (channelId: ChannelId) => string | undefined;
}

/** What a message says, without looks: for the clipboard, a notification, a line that shows its beginning. */
export const plainText = (text: string, names: Names): string =>
  parseMrkdwn(text)
    .map((block) => blockText(block, names))
    .join('\n');

function blockText(block: Block, names: Names): string {
  switch (block.type) {
    case 'pre':
      return block.code;
    case 'quote':
      return block.children.map((child) => blockText(child, names)).join('\n');
    case 'paragraph':
      return inlineText(block.children, names);
  }
}

const inlineText = (children: readonly Inline[], names: Names): string =>
  children.map((child) => oneText(child, names)).join('');

function oneText(child: Inline, names: Names): string {
  switch (child.type) {
    case 'text':
      return child.text;
    case 'code':
      return child.code;
    case 'bold':
    case 'italic':
    case 'strike':
      return inlineText(child.children, names);
    case 'link':
      return child.label;
    case 'user':
      return `@${names.user(child.userId) ?? (child.label || 'unknown')}`;
    case 'channel':
      return `#${names.channel(child.channelId) ?? (child.label || 'unknown')}`;
    case 'usergroup':
      return '@group';
    case 'special':
      return `@${child.name}`;
    case 'emoji':
      return `:${child.name}:`;
  }
}
