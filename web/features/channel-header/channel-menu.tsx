import { later } from '../../app/later.ts';
import Ellipsis from 'icon:ellipsis';
import { Suspense, useState } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { ChannelLine } from '../../store/contract.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { headerTexts } from './texts.ts';

const ChannelMenuItems = later(() => import('./channel-menu-items.tsx'), 'ChannelMenuItems');

export function ChannelMenu({ channelId, line }: { channelId: ChannelId; line: ChannelLine }) {
  const [anchor, setAnchor] = useState<Element>();
  return (
    <>
      <IconButton
        icon={Ellipsis}
        label={headerTexts.more}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Suspense>
        {anchor === undefined ? null : (
          <ChannelMenuItems
            channelId={channelId}
            line={line}
            anchor={anchor}
            onClose={() => setAnchor(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
