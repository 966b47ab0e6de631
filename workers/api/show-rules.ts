import type { WorkspaceRules } from '../../protocol/message-rules.ts';

/** By Slack's names, as far as there is such a rule here; the others are as they are for everybody. */
export const showRules = ({ editWindowMinutes, allowDeletion, adminsInviteAlone }: WorkspaceRules) => ({
  msg_edit_window_mins: editWindowMinutes,
  allow_message_deletion: allowDeletion,
  invites_only_admins: adminsInviteAlone,
  display_real_names: false,
  disable_file_uploads: 'allow_all',
  who_can_post_general: 'everyone',
});
