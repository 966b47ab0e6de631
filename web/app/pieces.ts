import { loadDrawing } from '../features/message/rich.ts';

/** What is asked for at any moment, and must be there within a frame or two: fetched once nothing else is going on. */
export const pieces: readonly (() => Promise<unknown>)[] = [
  () => import('../features/composer/read-words.ts'),
  loadDrawing,
  () => import('../features/message/message-actions.tsx'),
  () => import('../features/message/ephemeral-content.tsx'),
  () => import('../features/message/edit-last.ts'),
  () => import('../features/quick-switcher/quick-switcher.tsx'),
  () => import('../features/thread/thread-pane.tsx'),
  () => import('../features/composer/suggestion-list.tsx'),
  () => import('../features/composer/suggest.ts'),
  () => import('../features/profile/person-card.tsx'),
  () => import('../features/navigation/workspace-menu-items.tsx'),
  () => import('../features/channel-header/channel-menu-items.tsx'),
];
