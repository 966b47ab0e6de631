import type { MessageRules } from '../../protocol/message-rules.ts';
import type { Role } from '../../protocol/roles.ts';
import { mayDeleteOthersMessage } from './permissions.ts';

export const defaultMessageRules: MessageRules = { editWindowMinutes: -1, allowDeletion: true };

interface Doer {
  readonly role: Role;
  readonly bot?: object;
}

/** A program keeps what it says up to date for as long as it runs: the window is for people. */
export const mayStillEdit = (
  who: Pick<Doer, 'bot'>,
  { editWindowMinutes: minutes }: MessageRules,
  ageMs: number,
): boolean => who.bot !== undefined || minutes < 0 || ageMs < minutes * 60_000;

export const mayDeleteMessage = (who: Doer, isOwn: boolean, { allowDeletion }: MessageRules): boolean =>
  mayDeleteOthersMessage(who) || (isOwn && (allowDeletion || who.bot !== undefined));
