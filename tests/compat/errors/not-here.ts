/** Codes of Slack's reference that no method of ours answers with, or not these, and why none can arise. */
interface NotHere {
  readonly because: string;
  readonly codes: string;
  /** Only of these; left out, of every method that Slack lists it for. */
  readonly of?: string;
}

export const notHere: readonly NotHere[] = [
  {
    because: 'there are no files yet',
    codes: `blocked_file_type file_already_added file_comment_not_found file_deleted file_is_deleted file_not_found
      file_not_shared file_share_limit_reached max_file_sharing_exceeded missing_file_data unable_to_share_files
      posting_to_channel_denied not_reactable no_access`,
  },
  {
    because: 'there are no canvases, lists, contact cards, streamed messages or drafts',
    codes: `canvas_disabled_user_team list_record_comment_fetch_failed too_many_contact_cards streaming_state_conflict
      draft_already_deleted draft_already_sent draft_has_conflict draft_not_found`,
  },
  {
    because: 'there are no apps with homes, actions or shortcuts, and no connected workspaces',
    codes: `app_access_restricted app_cannot_join_channel messages_tab_disabled send_on_behalf_not_allowed
      invalid_app_action_type invalid_shortcut_type not_app_admin cannot_bookmark_from_external_org
      cannot_bookmark_restricted_sharing_enabled external_channel_migrating no_external_invite_permission
      invalid_user_combination slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked
      slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked
      slack_connect_file_upload_sharing_blocked slack_connect_lists_sharing_blocked`,
  },
  {
    because:
      'there is no Enterprise Grid above a workspace: no organisations, their admins, keys or common channels',
    codes: `access_denied channel_is_limited_access cannot_set_org_admin_to_regular_at_workspace_level
      cannot_set_this_guest_to_regular_at_team_level default_org_wide_channel ekm_access_denied
      enterprise_is_restricted enterprise_not_found fail_to_get_teams_for_restricted_user failed_to_fetch_active_team
      channel_owner_restriction external_limited_restriction invalid_permissions invalid_user is_idp_managed
      not_an_enterprise invitee_cant_see_channel missing_user org_not_found org_user_not_in_team
      target_team_must_be_specified_in_org_context target_team_not_on_org team_not_on_enterprise
      user_must_be_in_workspace failed_for_some_users invalid_team team_not_found`,
  },
  {
    because: 'no plan is paid for, and nothing is switched off by one',
    codes:
      'feature_not_enabled message_limit_exceeded paid_teams_only plan_upgrade_required ura_max_channels',
  },
  {
    because:
      'our fault is internal_error, or service_unavailable where a repeat is safe, whatever it was that failed',
    codes: `could_not_archive_channel could_not_convert_channel could_not_delete_channel could_not_rename_channel could_not_unarchive_channel failed_to_add_emoji
      failed_to_alias_emoji failed_to_remove_emoji failed_to_remove_user_from_workspace failed_to_rename_emoji
      failed_to_set_admin_on_workspaces failed_to_set_owner_on_workspaces failed_to_set_user_to_admin
      failed_to_set_user_to_owner failed_to_set_user_to_regular fetch_members_failed partial_profile_set_failed
      profile_set_failed unable_to_fetch_custom_emojis update_failed cannot_create_channel users_not_found`,
  },
  {
    because: 'an argument that is missing or wrong is invalid_arguments, which names it',
    codes: `missing_argument no_channel limit_required invalid_limit too_many_linked_channels
      no_item_specified invalid_token bad_token not_bearer_token not_enough_users`,
  },
  {
    because: 'ratelimited is what the SDKs know; too_many_bookmarks says that there are too many',
    codes: 'rate_limited too_many_requests too_many_tabs',
  },
  {
    because: 'a token speaks as who it is of: as_user is passed over',
    codes: 'as_user_not_supported',
  },
  {
    because: 'one bot is asked for at a time, and one that is not there is bot_not_found',
    codes: 'bots_not_found',
  },
  {
    because:
      'a client_msg_id is looked for in the channel of the post, and one that is not there makes a message',
    codes: 'duplicate_channel_not_found duplicate_message_not_found',
  },
  {
    because: 'a bookmark is a link: it lies in no folder and stands for nothing else',
    codes:
      'invalid_child_type invalid_entity_id invalid_parent_type parent_bookmark_disabled parent_with_link',
  },
  {
    because: 'whatever is no public channel is invalid_channel_provided, a private one as well',
    codes: 'invalid_group_provided',
  },
  {
    because: 'metadata comes whole, with every message that has some: there are no keys to filter by',
    codes: 'invalid_metadata_filter_keys',
  },
  {
    because: 'a profile has no message of absence: a field of that name is unknown, so invalid_profile',
    codes: 'invalid_ooo_message',
  },
  {
    because: 'blocks of any type take the place of any others',
    codes: 'block_mismatch',
  },
  {
    because: 'methods that are not implemented are unknown_method',
    codes: 'not_implemented',
  },
  {
    because: 'lists of user groups have no pages, as in the reference’s own arguments',
    codes: 'invalid_cursor',
    of: 'usergroups.list usergroups.users.list',
  },
  {
    because: 'metadata is kept for whoever posts it',
    codes: 'metadata_must_be_sent_from_app',
  },
  {
    because:
      'channels have no modes: all may post in what they are in, and a thread may begin at any message',
    codes: `restricted_action_non_threadable_channel restricted_action_read_only_channel
      restricted_action_thread_locked restricted_action_thread_only_channel thread_locked
      cannot_reply_to_message cant_archive_required too_many_members`,
  },
  {
    because: 'no rule of a workspace forbids it; who may do what is in docs/rights.md',
    codes: 'restricted_action user_is_restricted permission_denied no_permission cant_invite not_supported',
  },
  {
    because: 'the owner is an owner as the others are; the last one stays (last_owner)',
    codes: 'cannot_modify_primary_owner',
  },
  {
    because: 'what the caller may not know of answers as what never was',
    codes: 'cannot_complete_others not_permitted user_does_not_own_channel',
  },
  {
    because: 'reminders come once, and every person of a workspace is a full one',
    codes: 'cannot_complete_recurring cannot_add_profile_only_user',
  },
  {
    because: 'an archived conversation is is_archived, and what is not pinned no_pin',
    codes: 'is_inactive not_pinned',
  },
  {
    because: 'such a name or address is taken as it is, or belongs to the account',
    codes: `email_taken invalid_emoji_not_allowed invalid_starts_with_at name_not_allowed sudo_required
      username_same`,
  },
  {
    because: 'an alias of an alias is made one of what that stands for, and pictures are not resized',
    codes: 'cannot_resolve_alias resized_but_still_too_large',
  },
  {
    because: 'a channel keeps its name: no group conversation is made a channel, which would need one',
    codes: 'name_taken',
    of: 'admin.conversations.convertToPrivate',
  },
  {
    because: 'one person is asked for at a time',
    codes: 'too_many_users',
    of: 'users.info',
  },
  {
    because: 'a bookmark’s kind never changes, and there is one kind',
    codes: 'invalid_bookmark_type',
    of: 'bookmarks.edit bookmarks.remove',
  },
  {
    because: 'it is answered of conversations of every kind',
    codes: 'method_not_supported_for_channel_type',
  },
  {
    because: 'nobody is asked for by this method',
    codes: 'user_not_found',
    of: 'bookmarks.remove team.info',
  },
];
