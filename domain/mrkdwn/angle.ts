import { isChannelId, isUsergroupId, isUserId } from '../../protocol/ids.ts';
import { decodeEntities } from './entities.ts';
import { linkAddress } from './link-address.ts';
import type { Inline } from './tree.ts';

/** What stands between `<` and `>`. Undefined where it means nothing: then it is text, as written. */
export function readAngle(content: string): Inline | undefined {
  const bar = content.indexOf('|');
  const target = bar === -1 ? content : content.slice(0, bar);
  const label = bar === -1 ? '' : decodeEntities(content.slice(bar + 1));
  switch (target.charAt(0)) {
    case '@': {
      const userId = target.slice(1);
      return isUserId(userId) ? { type: 'user', userId, label } : undefined;
    }
    case '#': {
      const channelId = target.slice(1);
      return isChannelId(channelId) ? { type: 'channel', channelId, label } : undefined;
    }
    case '!':
      return readSpecial(target.slice(1), label);
    default: {
      const url = linkAddress(decodeEntities(target));
      if (url === undefined) return undefined;
      return { type: 'link', url, label: label.trim() === '' ? url.replace(/^mailto:/i, '') : label };
    }
  }
}

/** Groups and dates usually have their words with them: those are shown. */
function readSpecial(name: string, label: string): Inline | undefined {
  if (name === 'channel' || name === 'here' || name === 'everyone') return { type: 'special', name };
  const [kind, id = ''] = name.split('^');
  if (kind === 'subteam' && label === '' && isUsergroupId(id)) return { type: 'usergroup', id };
  const hasWords = /^(?:subteam|date)\^/.test(name) && label !== '';
  return hasWords ? { type: 'text', text: label } : undefined;
}
