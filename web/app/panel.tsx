import type { ChannelId } from '../../protocol/ids.ts';
import { MembersPanel } from '../features/members/members-panel.tsx';
import { PinsPanel } from '../features/pins/pins-panel.tsx';
import type { Place } from './place.ts';

/** What of a channel stands beside it, in the place of a thread. */
export const Panel = ({ panel, channelId }: { panel: NonNullable<Place['panel']>; channelId: ChannelId }) =>
  panel === 'pins' ? <PinsPanel channelId={channelId} /> : <MembersPanel channelId={channelId} />;
