import type { ChannelId, UsergroupId, UserId } from '../../protocol/ids.ts';

/**
 * Slack's mrkdwn as a tree: what a message's text says, with nothing left to interpret. Strings are plain text
 * (entities are decoded), so whoever renders puts them into text nodes and nowhere else; the only addresses are
 * `link.url`, and those are http, https or mailto.
 */
export type Block =
  /** Text with `\n` for line breaks; several line breaks are kept as written. */
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  /** Between triple backticks. `language` where the first line is one word, as `ts` or `python`; else ''. */
  | { readonly type: 'pre'; readonly code: string; readonly language: string };

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly code: string }
  /** `label` is what the author wrote for it, else the address as written. */
  | { readonly type: 'link'; readonly url: string; readonly label: string }
  /** `label` may be empty: then the name is looked up. */
  | { readonly type: 'user'; readonly userId: UserId; readonly label: string }
  | { readonly type: 'channel'; readonly channelId: ChannelId; readonly label: string }
  /** A group of people that is named by its id alone: its handle is looked up. */
  | { readonly type: 'usergroup'; readonly id: UsergroupId }
  | { readonly type: 'special'; readonly name: 'channel' | 'here' | 'everyone' }
  /** `name` without colons, skin tone included (`wave::skin-tone-3`). Unknown names are shown as written. */
  | { readonly type: 'emoji'; readonly name: string };
