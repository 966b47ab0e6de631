import type { ChannelKind } from '../../protocol/channel-summary.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

const kinds: Readonly<Record<string, ChannelKind>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'direct',
  mpim: 'group',
};

/** Slack's `types`, separated by commas, as our kinds. */
export function readTypes(types: string): Outcome<{ kinds: ChannelKind[] }, 'invalid_types'> {
  const names = types
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = names.filter((name) => Object.hasOwn(kinds, name));
  if (names.length === 0 || known.length < names.length) {
    return refuse('invalid_types', {
      messages: [`[ERROR] types must be some of ${Object.keys(kinds).join(', ')}`],
    });
  }
  return accept({ kinds: [...new Set(known.flatMap((name) => kinds[name] ?? []))] });
}
