import type { Shapes } from './derive.ts';

/** Answers that the file of 2020 does not have, and how they are known. */
interface Addition {
  readonly from: string;
  readonly shapes: Shapes;
}

/** Of the answers that Slack's Java SDK keeps as samples (github.com/slackapi/java-slack-sdk, MIT License). */
const javaSamples = 'json-logs/samples/api of slackapi/java-slack-sdk';

export const additions: readonly Addition[] = [
  {
    from: `${javaSamples}: bookmarks.*.json; what a sample shows empty is null in Slack's reference`,
    shapes: {
      'bookmarks.add': { ok: 'true', bookmark: 'bookmark' },
      'bookmarks.edit': { ok: 'true', bookmark: 'bookmark' },
      'bookmarks.list': { ok: 'true', bookmarks: 'bookmark[]' },
      'bookmarks.remove': { ok: 'true' },
    },
  },
  {
    from: `${javaSamples}: admin.conversations.convertToPublic.json`,
    shapes: { 'admin.conversations.convertToPublic': { ok: 'true' } },
  },
  {
    from: `${javaSamples}: team.preferences.list.json`,
    shapes: {
      'team.preferences.list': {
        ok: 'true',
        msg_edit_window_mins: 'integer',
        allow_message_deletion: 'boolean',
        display_real_names: 'boolean',
        disable_file_uploads: 'string',
        who_can_post_general: 'string',
        // Ours: Slack has it on a page of its administration.
        invites_only_admins: 'boolean',
      },
    },
  },
];

/** Objects that only those answers have, and parts that corrections name. */
export const addedObjects: Shapes = {
  next: { next_cursor: 'string' },
  /** What conversations.open answers without `return_im`. */
  opened: { id: 'id:C/G/D' },
  edited: { user: 'id:U/W', ts: 'ts' },
  metadata: { event_type: 'string', event_payload: 'object' },
  pinned_info: { channel: 'id:C/G/D', pinned_by: 'id:U/W', pinned_ts: 'integer' },
  /** By name an address, or `alias:` and another name. */
  emoji: { '...': 'string' },
  kept_emoji: { '...': 'kept_emoji_item' },
  kept_emoji_item: { url: 'string', date_created: 'integer', uploaded_by: 'id:U/W' },
  bookmark: {
    id: 'id:Bk',
    channel_id: 'id:C/G/D',
    title: 'string',
    link: 'string',
    emoji: 'string',
    icon_url: 'string | null',
    type: "'link'",
    entity_id: 'string | null',
    date_created: 'integer',
    date_updated: 'integer',
    rank: 'string',
    last_updated_by_user_id: 'id:U/W',
    last_updated_by_team_id: 'id:T/E',
    shortcut_id: 'string | null',
    app_id: 'id:A | null',
    'app_action_id?': 'string | null',
    rev: 'integer',
  },
};
