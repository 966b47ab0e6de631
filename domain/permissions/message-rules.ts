import type { MessageRules, WorkspaceRules } from '../../protocol/message-rules.ts';
import type { Role } from '../../protocol/roles.ts';
import { mayDeleteOthersMessage } from './permissions.ts';

export const defaultMessageRules: MessageRules = { editWindowMinutes: -1, allowDeletion: true };
export const defaultRules: WorkspaceRules = { ...defaultMessageRules, adminsInviteAlone: false };

/** By Slack's names for them. */
export const ruleNames = {
  editWindowMinutes: 'msg_edit_window_mins',
  allowDeletion: 'allow_message_deletion',
  adminsInviteAlone: 'invites_only_admins',
} as const satisfies Record<keyof WorkspaceRules, string>;

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
