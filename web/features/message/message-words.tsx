import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { wordsOf } from './fallback-text.ts';
import { MessageText } from './message-text.tsx';
import { $drawing, isRich, loadDrawing } from './rich.ts';
import type { Said } from './rich.ts';

/** What a message says: its words, or its blocks and attachments. */
export function MessageWords({ message, note }: { message: Said; note: string | undefined }) {
  const drawing = useStore($drawing);
  const isMore = isRich(message);
  useEffect(() => {
    if (isMore) void loadDrawing();
  }, [isMore]);
  return isMore && drawing ? (
    <drawing.MessageBody message={message} note={note} />
  ) : (
    <MessageText text={wordsOf(message)} note={note} isLiteral={message.mrkdwn === false} />
  );
}
