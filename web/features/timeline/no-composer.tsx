import type { ChannelId } from '../../../protocol/ids.ts';
import { Archived } from './archived.tsx';
import { NoChannel } from './no-channel.tsx';
import { Outside } from './outside.tsx';

/** A channel in which nothing can be written: one piece, since none of it is in the first paint of most. */
export function NoComposer({ channelId, why }: NoComposerProps) {
  if (why === 'gone') return <NoChannel />;
  return why === 'archived' ? <Archived channelId={channelId} /> : <Outside channelId={channelId} />;
}
interface NoComposerProps {
  readonly channelId: ChannelId;
  readonly why: 'gone' | 'archived' | 'outside';
}
