import { useStore } from '@nanostores/react';
import { lazy, Suspense } from 'react';
import { Updates } from '../features/updates/updates.tsx';
import { $picker } from '../features/emoji/picker-state.ts';
import { $deleting } from '../features/message/deleting.ts';
import { $card, $layer } from './layers.ts';
import type { Layer } from './layers.ts';

const Switcher = lazy(async () => ({
  default: (await import('../features/quick-switcher/quick-switcher.tsx')).QuickSwitcher,
}));
const ChannelBrowser = lazy(async () => ({
  default: (await import('../features/channels/channel-browser.tsx')).ChannelBrowser,
}));
const CreateChannel = lazy(async () => ({
  default: (await import('../features/channels/create-channel.tsx')).CreateChannel,
}));
const InvitePeople = lazy(async () => ({
  default: (await import('../features/inviting/invite-people.tsx')).InvitePeople,
}));
const NewMessage = lazy(async () => ({
  default: (await import('../features/members/new-message.tsx')).NewMessage,
}));
const AddPeople = lazy(async () => ({
  default: (await import('../features/members/add-people.tsx')).AddPeople,
}));
const ArchiveChannel = lazy(async () => ({
  default: (await import('../features/channel-header/archive-channel.tsx')).ArchiveChannel,
}));
const MoveChannel = lazy(async () => ({
  default: (await import('../features/sections/move-channel.tsx')).MoveChannel,
}));
const Preferences = lazy(async () => ({
  default: (await import('../features/preferences/preferences-dialog.tsx')).PreferencesDialog,
}));
const Shortcuts = lazy(async () => ({
  default: (await import('../features/shortcuts/shortcut-sheet.tsx')).ShortcutSheet,
}));

const EmojiPicker = lazy(async () => ({
  default: (await import('../features/emoji/emoji-picker.tsx')).EmojiPicker,
}));
const PersonCard = lazy(async () => ({
  default: (await import('../features/profile/person-card.tsx')).PersonCard,
}));
const DeleteDialog = lazy(async () => ({
  default: (await import('../features/message/delete-dialog.tsx')).DeleteDialog,
}));

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
    case 'move-channel':
      return <MoveChannel channelId={layer.channelId} />;
    case 'preferences':
      return <Preferences />;
    case 'shortcuts':
      return <Shortcuts />;
  }
}
