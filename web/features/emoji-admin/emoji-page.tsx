import Plus from 'icon:plus';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LoadedView } from '../settings/loaded-view.tsx';
import { Nothing, PageFrame } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import { useLoaded } from '../settings/use-loaded.ts';
import { EmojiDialog } from './emoji-dialogs.tsx';
import type { AskedEmoji } from './emoji-dialogs.tsx';
import { EmojiTable } from './emoji-table.tsx';
import { readAllEmoji } from './read-all.ts';
import { emojiAdminTexts as texts } from './texts.ts';

/** The workspace's own emoji. What anybody changes is seen at once. */
export function EmojiPage() {
  const workspace = useWorkspace();
  const { loaded, reload } = useLoaded('', () => readAllEmoji(workspace.call));
  const [asked, setAsked] = useState<AskedEmoji>();
  useEffect(
    () =>
      workspace.follow(({ type }) => {
        if (type === 'emoji_changed') void reload();
      }),
    [workspace, reload],
  );
  return (
    <PageFrame
      title={settingsTexts.pages.emoji}
      lede={texts.lede}
      tools={
        <>
          <Button onClick={() => setAsked({ kind: 'alias', of: '' })}>{texts.addAlias}</Button>
          <Button look="main" onClick={() => setAsked({ kind: 'add' })}>
            <Icon of={Plus} />
            {texts.add}
          </Button>
        </>
      }
    >
      <LoadedView loaded={loaded} reload={reload}>
        {(all) =>
          all.length === 0 ? <Nothing>{texts.none}</Nothing> : <EmojiTable all={all} onAsk={setAsked} />
        }
      </LoadedView>
      {asked === undefined ? null : <EmojiDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </PageFrame>
  );
}
