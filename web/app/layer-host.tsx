import { useStore } from '@nanostores/react';
import { Suspense } from 'react';
import { Updates } from '../features/updates/updates.tsx';
import { $picker } from '../features/emoji/picker-state.ts';
import { $deleting } from '../features/message/deleting.ts';
import { later } from './later.ts';
import { $card, $layer } from './layers.ts';
import type { Layer } from './layers.ts';

const Switcher = later(() => import('../features/quick-switcher/quick-switcher.tsx'), 'QuickSwitcher');
const ChannelBrowser = later(() => import('../features/channels/channel-browser.tsx'), 'ChannelBrowser');
const CreateChannel = later(() => import('../features/channels/create-channel.tsx'), 'CreateChannel');
const InvitePeople = later(() => import('../features/inviting/invite-people.tsx'), 'InvitePeople');
const NewMessage = later(() => import('../features/members/new-message.tsx'), 'NewMessage');
const AddPeople = later(() => import('../features/members/add-people.tsx'), 'AddPeople');
const ArchiveChannel = later(
  () => import('../features/channel-header/archive-channel.tsx'),
  'ArchiveChannel',
);
const ChangeChannel = later(() => import('../features/channel-header/change-channel.tsx'), 'ChangeChannel');
const MoveChannel = later(() => import('../features/sections/move-channel.tsx'), 'MoveChannel');
const Preferences = later(
  () => import('../features/preferences/preferences-dialog.tsx'),
  'PreferencesDialog',
);
const Shortcuts = later(() => import('../features/shortcuts/shortcut-sheet.tsx'), 'ShortcutSheet');

const EmojiPicker = later(() => import('../features/emoji/emoji-picker.tsx'), 'EmojiPicker');
const PersonCard = later(() => import('../features/profile/person-card.tsx'), 'PersonCard');
const DeleteDialog = later(() => import('../features/message/delete-dialog.tsx'), 'DeleteDialog');

export function LayerHost() {
  const layer = useStore($layer);
  const hasCard = useStore($card) !== undefined;
  const isPicking = useStore($picker) !== undefined;
  const isDeleting = useStore($deleting) !== undefined;
  return (
    <>
      <Updates />
      <Suspense fallback={null}>
        {layer === undefined ? null : layerOf(layer)}
        {hasCard ? <PersonCard /> : null}
        {isPicking ? <EmojiPicker /> : null}
        {isDeleting ? <DeleteDialog /> : null}
      </Suspense>
    </>
  );
}

function layerOf(layer: Layer) {
  switch (layer.kind) {
    case 'switcher':
      return <Switcher />;
    case 'browse-channels':
      return <ChannelBrowser />;
    case 'create-channel':
      return <CreateChannel name={layer.name ?? ''} />;
    case 'invite-people':
      return <InvitePeople />;
    case 'new-message':
      return <NewMessage />;
    case 'add-people':
      return <AddPeople channelId={layer.channelId} />;
    case 'archive-channel':
      return <ArchiveChannel channelId={layer.channelId} />;
    case 'change-channel':
      return <ChangeChannel channelId={layer.channelId} change={layer.change} />;
    case 'move-channel':
      return <MoveChannel channelId={layer.channelId} />;
    case 'preferences':
      return <Preferences />;
    case 'shortcuts':
      return <Shortcuts />;
  }
}
