import type { Message } from '../../../protocol/entities.ts';
import type { User } from '../../../protocol/entities.ts';
import { nameOf } from '../people/names.ts';

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly image: string | undefined;
  /** `:ferry:` as the picture of a bot. */
  readonly emoji: string | undefined;
  readonly isApp: boolean;
}

/** Who a message is by, as it says so itself, else as the person or bot is known. */
export function authorOf(message: Authored, user: User | undefined): Author {
  const { bot_id: bot, bot_profile: profile, username, icons } = message;
  const isApp = bot !== undefined;
  return {
    id: message.user ?? bot ?? message.ts ?? '',
    name: username ?? (isApp ? (profile?.name ?? nameOf(user)) : nameOf(user)),
    image:
      icons?.['image_48'] ??
      (isApp ? (profile?.icons['image_48'] ?? user?.profile.image_72) : user?.profile.image_72),
    emoji: icons?.['emoji'],
    isApp,
  };
}

type Authored = Partial<Pick<Message, 'user' | 'bot_id' | 'bot_profile' | 'username' | 'icons' | 'ts'>>;
