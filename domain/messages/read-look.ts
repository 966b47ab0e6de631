import type { Actor } from '../../protocol/objects/caller.ts';
import type { Look } from '../../protocol/objects/channel.ts';
import type { Scope } from '../../protocol/scopes.ts';

/**
 * As Slack, a wish that the caller's kind or scopes do not cover is passed over: undefined, the message is the caller's
 * own.
 */
export function readLook(
  { bot, scopes }: Pick<Actor, 'bot'> & { readonly scopes: readonly Scope[] },
  wish: { username?: string | undefined; icon_emoji?: string | undefined; icon_url?: string | undefined },
): Look | undefined {
  if (bot === undefined || !scopes.includes('chat:write.customize')) return undefined;
  const username = wish.username?.trim() ?? '';
  const icons = iconsOf(wish.icon_emoji?.trim() ?? '', wish.icon_url?.trim() ?? '');
  if (username === '' && icons === undefined) return undefined;
  return { ...(username === '' ? {} : { username }), ...(icons === undefined ? {} : { icons }) };
}

/** An emoji goes before a picture. */
function iconsOf(emoji: string, url: string): Readonly<Record<string, string>> | undefined {
  const name = emoji.replaceAll(/^:|:$/g, '');
  if (/^[\w+'-]+(?:::skin-tone-[2-6])?$/.test(name)) return { emoji: `:${name}:` };
  if (!/^https:\/\/[^\s"<>]+$/.test(url)) return undefined;
  return { image_36: url, image_48: url, image_72: url };
}
