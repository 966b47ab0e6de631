import { useStore } from '@nanostores/react';
import WifiOff from 'icon:wifi-off';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Act } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import css from './banner.module.css';
import { bannerTexts } from './texts.ts';

const patienceMs = 2_000;

/** Only once the connection has been gone for two seconds: a blip is nobody's business. */
export function Banner() {
  const workspace = useWorkspace();
  const connection = useStore(workspace.$connection);
  const sinceMs = connection.state === 'offline' ? connection.sinceMs : undefined;
  const isDown = connection.state !== 'live';
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isDown) {
      setShown(false);
      return undefined;
    }
    if (sinceMs === undefined) return undefined;
    const timer = setTimeout(() => setShown(true), Math.max(0, sinceMs + patienceMs - Date.now()));
    return () => clearTimeout(timer);
  }, [isDown, sinceMs]);
  return (
    <div className={css.place} role="status">
      {isShown ? (
        <p className={css.banner}>
          <Icon of={WifiOff} />
          {bannerTexts.offline}
          <Act onClick={() => workspace.reconnect()}>{bannerTexts.retry}</Act>
        </p>
      ) : null}
    </div>
  );
}
