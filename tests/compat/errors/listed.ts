/**
 * The codes that Slack’s reference lists for each method, the common ones apart. Made by dev/slack-errors.ts, not by
 * hand, out of docs.slack.dev/methods of https://github.com/slack-ruby/slack-api-ref (MIT License, copyright 2015-2026
 * Daniel Doubrovkine, Artsy and contributors). None of its prose is here.
 */
export const listed: Readonly<Record<string, string>> = {
  'admin.emoji.add':
    'emoji_limit_reached error_bad_format error_bad_name_i18n error_bad_upload error_bad_wide error_lower_case_names_only error_missing_name error_name_taken error_name_taken_i18n error_no_image error_too_big failed_to_add_emoji failed_to_fetch_active_team feature_not_enabled no_image_uploaded not_an_admin ratelimited resized_but_still_too_large too_many_frames',
  'admin.emoji.addAlias':
    'emoji_limit_reached error_bad_name_i18n error_invalid_alias error_missing_name error_name_taken error_name_taken_i18n failed_to_alias_emoji feature_not_enabled no_alias_selected not_an_admin',
  'admin.emoji.remove':
    'emoji_not_found failed_to_remove_emoji failure_removing_emoji feature_not_enabled not_an_admin',
  'admin.emoji.rename':
    'cannot_resolve_alias error_bad_name_i18n error_invalid_emoji_to_rename error_missing_name error_name_taken error_name_taken_i18n failed_to_fetch_active_team failed_to_rename_emoji feature_not_enabled not_an_admin',
  'admin.emoji.list': 'feature_not_enabled invalid_cursor not_an_admin',
  'admin.conversations.archive':
    'already_archived cant_archive_general channel_not_found channel_type_not_supported could_not_archive_channel default_org_wide_channel feature_not_enabled restricted_action',
  'admin.conversations.unarchive':
    'channel_not_archived channel_not_found channel_type_not_supported could_not_unarchive_channel default_org_wide_channel feature_not_enabled missing_scope restricted_action',
  'admin.conversations.convertToPrivate':
    'channel_not_found channel_type_not_supported could_not_convert_channel default_org_wide_channel external_channel_migrating feature_not_enabled method_not_supported_for_channel_type name_taken restricted_action',
  'admin.conversations.convertToPublic':
    'channel_not_found channel_owner_restriction could_not_convert_channel external_limited_restriction feature_not_enabled invalid_user is_idp_managed missing_scope not_an_enterprise not_supported restricted_action',
  'admin.conversations.delete':
    'channel_not_found channel_type_not_supported could_not_delete_channel default_org_wide_channel feature_not_enabled missing_scope not_an_admin restricted_action',
  'admin.conversations.rename':
    'channel_not_found channel_type_not_supported could_not_rename_channel default_org_wide_channel feature_not_enabled invalid_name_maxlength name_taken restricted_action',
  'admin.users.setOwner':
    'cannot_modify_primary_owner failed_to_set_owner_on_workspaces failed_to_set_user_to_owner feature_not_enabled invalid_role_for_user not_an_admin not_an_owner not_supported team_not_found user_must_be_in_workspace user_not_found',
  'admin.users.setAdmin':
    'cannot_modify_primary_owner failed_to_set_admin_on_workspaces failed_to_set_user_to_admin feature_not_enabled invalid_permissions invalid_role_for_user not_an_admin team_not_found user_not_found',
  'admin.users.setRegular':
    'cannot_modify_primary_owner cannot_set_org_admin_to_regular_at_workspace_level cannot_set_this_guest_to_regular_at_team_level failed_to_set_user_to_regular feature_not_enabled invalid_role_for_user not_an_admin team_not_found user_not_found',
  'admin.users.remove':
    'cannot_modify_primary_owner failed_to_remove_user_from_workspace feature_not_enabled invalid_auth invalid_permissions team_not_found user_already_deleted user_not_found',
  'api.test': '',
  'auth.test': 'internal_error invalid_auth',
  'auth.revoke': 'internal_error not_bearer_token',
  'bookmarks.add':
    'access_denied cannot_bookmark_from_external_org cannot_bookmark_restricted_sharing_enabled channel_not_found file_already_added file_not_found invalid_app_action_type invalid_bookmark_type invalid_child_type invalid_emoji invalid_entity_id invalid_link invalid_parent_type invalid_shortcut_type not_implemented parent_bookmark_disabled parent_with_link permission_denied slack_connect_blocked_file_type slack_connect_clip_sharing_blocked slack_connect_file_upload_sharing_blocked too_many_bookmarks too_many_requests too_many_tabs',
  'bookmarks.edit':
    'access_denied channel_not_found invalid_bookmark_type invalid_emoji invalid_link not_found not_implemented parent_with_link permission_denied slack_connect_blocked_file_type slack_connect_clip_sharing_blocked slack_connect_file_upload_sharing_blocked',
  'bookmarks.remove':
    'access_denied channel_not_found invalid_bookmark_type not_found not_implemented permission_denied user_not_found',
  'bookmarks.list': 'access_denied channel_not_found not_implemented',
  'bots.info': 'bot_not_found bots_not_found missing_argument team_not_found',
  'chat.postMessage':
    'app_access_restricted as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found draft_already_deleted draft_already_sent draft_has_conflict draft_not_found duplicate_channel_not_found duplicate_message_not_found ekm_access_denied invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_archived markdown_text_conflict message_limit_exceeded messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large missing_file_data msg_blocks_too_long no_text not_in_channel rate_limited restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel send_on_behalf_not_allowed slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards',
  'chat.update':
    'as_user_not_supported block_mismatch blocked_file_type cant_broadcast_message cant_update_message channel_not_found edit_window_closed external_channel_migrating file_deleted file_is_deleted file_not_found file_share_limit_reached invalid_attachments invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict max_file_sharing_exceeded message_limit_exceeded message_not_found metadata_must_be_sent_from_app metadata_too_large msg_too_long no_dual_broadcast_content_update no_text posting_to_channel_denied slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked streaming_state_conflict team_not_found too_many_attachments unable_to_share_files update_failed',
  'chat.delete': 'cant_delete_message channel_not_found message_not_found',
  'chat.meMessage': 'channel_not_found is_archived msg_too_long no_text not_in_channel rate_limited',
  'chat.postEphemeral':
    'cannot_reply_to_message channel_not_found invalid_attachments invalid_blocks invalid_blocks_format is_archived markdown_text_conflict message_limit_exceeded messages_tab_disabled msg_too_long no_text not_in_channel restricted_action too_many_attachments user_not_in_channel',
  'chat.getPermalink': 'channel_not_found message_not_found',
  'conversations.create':
    'cannot_create_channel canvas_disabled_user_team invalid_name invalid_name_maxlength invalid_name_punctuation invalid_name_required invalid_name_specials missing_argument missing_scope name_taken no_channel restricted_action',
  'conversations.list':
    'invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type missing_argument missing_scope',
  'conversations.info': 'channel_is_limited_access channel_not_found missing_scope',
  'conversations.history':
    'channel_is_limited_access channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest invalid_ts_oldest not_in_channel',
  'conversations.replies':
    'channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest invalid_ts_oldest list_record_comment_fetch_failed method_not_supported_for_channel_type missing_scope thread_not_found',
  'conversations.members':
    'channel_not_found fetch_members_failed invalid_cursor invalid_limit method_not_supported_for_channel_type missing_scope',
  'conversations.join':
    'channel_is_limited_access channel_not_found is_archived method_not_supported_for_channel_type missing_scope too_many_members',
  'conversations.leave':
    'cant_leave_general channel_not_found is_archived last_member method_not_supported_for_channel_type missing_scope user_is_restricted',
  'conversations.invite':
    'already_in_channel app_cannot_join_channel cant_invite cant_invite_self channel_not_found external_channel_migrating invitee_cant_see_channel is_archived method_not_supported_for_channel_type missing_scope no_external_invite_permission no_permission no_user not_in_channel org_user_not_in_team ura_max_channels user_is_restricted user_not_found',
  'conversations.kick':
    'cant_kick_from_general cant_kick_self channel_not_found method_not_supported_for_channel_type missing_scope not_in_channel not_supported restricted_action user_not_found',
  'conversations.archive':
    'already_archived cant_archive_general cant_archive_required channel_not_found method_not_supported_for_channel_type missing_scope not_in_channel restricted_action',
  'conversations.unarchive':
    'channel_not_found method_not_supported_for_channel_type missing_scope not_archived',
  'conversations.rename':
    'channel_not_found invalid_name invalid_name_maxlength invalid_name_punctuation invalid_name_required invalid_name_specials is_archived method_not_supported_for_channel_type missing_scope name_taken not_authorized not_in_channel',
  'conversations.setTopic':
    'channel_not_found is_archived method_not_supported_for_channel_type missing_scope not_in_channel too_long user_is_restricted',
  'conversations.setPurpose':
    'channel_not_found is_archived method_not_supported_for_channel_type missing_scope not_in_channel too_long user_is_restricted',
  'conversations.open':
    'channel_not_found invalid_user_combination method_not_supported_for_channel_type missing_scope not_enough_users too_many_users user_disabled user_not_found user_not_visible users_list_not_supplied',
  'conversations.close':
    'channel_not_found external_channel_migrating method_not_supported_for_channel_type missing_scope not_permitted user_does_not_own_channel',
  'conversations.mark': 'channel_not_found invalid_timestamp not_in_channel',
  'emoji.list': 'invalid_arguments unable_to_fetch_custom_emojis',
  'pins.add':
    'already_pinned bad_timestamp channel_not_found external_channel_migrating file_not_found file_not_shared message_not_found no_item_specified not_in_channel not_pinnable restricted_action too_many_pins',
  'pins.remove':
    'bad_timestamp channel_not_found external_channel_migrating file_comment_not_found file_not_found message_not_found no_item_specified no_pin not_pinned restricted_action',
  'pins.list': 'channel_not_found restricted_action',
  'reactions.add':
    'already_reacted bad_timestamp channel_not_found external_channel_migrating invalid_name is_archived message_not_found no_access no_item_specified not_reactable thread_locked too_many_emoji too_many_reactions',
  'reactions.remove':
    'bad_timestamp channel_not_found external_channel_migrating file_comment_not_found file_not_found invalid_name message_not_found no_access no_item_specified no_reaction thread_locked',
  'reactions.get':
    'bad_timestamp channel_not_found file_comment_not_found file_not_found message_not_found no_item_specified',
  'reactions.list': 'user_not_found',
  'reminders.add':
    'cannot_add_bot cannot_add_others cannot_add_others_recurring cannot_add_profile_only_user cannot_add_slackbot cannot_parse missing_argument user_not_found',
  'reminders.list': 'missing_argument',
  'reminders.info': 'missing_argument not_found',
  'reminders.complete': 'cannot_complete_others cannot_complete_recurring missing_argument not_found',
  'reminders.delete': 'missing_argument not_found',
  'chat.scheduleMessage':
    'channel_not_found invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema invalid_time invalid_token is_archived markdown_text_conflict message_limit_exceeded metadata_must_be_sent_from_app metadata_too_large msg_too_long no_text not_in_channel rate_limited restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel restricted_action_thread_only_channel restricted_too_many slack_connect_file_link_sharing_blocked time_in_past time_too_far too_many_attachments',
  'chat.deleteScheduledMessage': 'bad_token channel_not_found invalid_scheduled_message_id',
  'chat.scheduledMessages.list': 'invalid_channel invalid_cursor invalid_token',
  'stars.add':
    'already_starred bad_timestamp channel_not_found external_channel_migrating file_comment_not_found file_not_found message_not_found no_item_specified',
  'stars.remove':
    'bad_timestamp channel_not_found file_comment_not_found file_not_found message_not_found no_item_specified not_starred',
  'stars.list': 'missing_argument',
  'team.info':
    'enterprise_not_found fail_to_get_teams_for_restricted_user missing_user org_not_found team_not_found team_not_on_enterprise user_not_found',
  'team.preferences.list': 'invalid_auth invalid_team',
  'usergroups.create':
    'bad_handle description_too_long forbidden_handle handle_already_exists invalid_channel_provided invalid_group_provided missing_argument missing_subteam_name name_already_exists name_too_long paid_teams_only permission_denied plan_upgrade_required target_team_must_be_specified_in_org_context target_team_not_on_org',
  'usergroups.update': 'missing_argument paid_teams_only permission_denied too_many_linked_channels',
  'usergroups.enable': 'missing_argument permission_denied plan_upgrade_required',
  'usergroups.disable':
    'missing_argument permission_denied plan_upgrade_required target_team_must_be_specified_in_org_context target_team_not_on_org',
  'usergroups.list': 'invalid_cursor invalid_team missing_argument plan_upgrade_required users_not_found',
  'usergroups.users.list': 'invalid_cursor no_such_subteam plan_upgrade_required',
  'usergroups.users.update':
    'failed_for_some_users invalid_users missing_argument no_users_provided permission_denied plan_upgrade_required subteam_max_users_exceeded',
  'users.list': 'invalid_cursor limit_required missing_argument',
  'users.info': 'too_many_users user_not_found user_not_visible',
  'users.lookupByEmail': 'enterprise_is_restricted users_not_found',
  'users.conversations':
    'invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type missing_argument missing_scope',
  'users.profile.get': 'ratelimited token_revoked user_not_found',
  'users.profile.set':
    'cannot_update_admin_user email_taken invalid_emoji_not_allowed invalid_ooo_message invalid_profile invalid_starts_with_at must_clear_both_status_text_and_status_emoji name_not_allowed not_admin not_app_admin partial_profile_set_failed permission_denied profile_set_failed reserved_name sudo_required too_long username_same',
  'users.setPhoto': 'bad_image internal_error too_large too_many_frames',
  'users.deletePhoto': 'internal_error',
};
