import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import { useEffect, useRef } from 'react';
import type { Message } from '../../../protocol/entities.ts';
import type { Row } from '../../store/contract.ts';
import type { MessageBody } from '../blocks/message-body.tsx';

/** What draws blocks and attachments: undefined until it was asked for, null where it could not be fetched. */
export const $drawing = atom<{ readonly MessageBody: typeof MessageBody } | null | undefined>();

/** What a message says; what one person alone is shown says it in the same way. */
export type Said = Pick<Message, 'text' | 'blocks' | 'attachments' | 'mrkdwn'>;

/** Of a message that is more than words. */
export const isRich = ({ blocks, attachments }: Said): boolean =>
  Boolean(blocks?.length || attachments?.length);

export async function loadDrawing(): Promise<void> {
  if (!$drawing.get()) $drawing.set(await import('../blocks/message-body.tsx').catch(() => null));
}

/** Whether a list that is to be shown has to wait for it, so that no row grows later. What is shown stays so. */
export function useDrawing(rows: readonly Row[], generation = 0): boolean {
  const shown = useRef(-1);
  const drawing = useStore($drawing);
  const isWaiting =
    drawing === undefined &&
    shown.current !== generation &&
    rows.some((row) => row.kind === 'message' && isRich(row.message));
  useEffect(() => {
    if (isWaiting) void loadDrawing();
    else if (rows.length > 0) shown.current = generation;
  });
  return isWaiting;
}
