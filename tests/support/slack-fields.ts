import { isFields } from './fields.ts';

/** The fields of Slack's objects that programs read, whatever our own schemas say of them. */
const fieldsOf = {
  message: 'type user text ts team',
  channel: `id name name_normalized is_channel is_group is_im is_mpim is_private is_archived is_general is_member
    is_shared is_ext_shared is_org_shared created creator updated topic purpose previous_names`,
  direct: 'id is_im user created updated is_archived is_org_shared',
  user: `id team_id name deleted color real_name tz tz_label tz_offset is_admin is_owner is_primary_owner
    is_restricted is_ultra_restricted is_bot is_app_user updated profile`,
  profile: `display_name real_name title phone status_text status_emoji status_expiration avatar_hash image_24
    image_32 image_48 image_72 image_192 image_512 team`,
  team: 'id name domain email_domain url icon',
  usergroup: `id team_id is_usergroup is_subteam name description handle is_external date_create date_update
    date_delete created_by updated_by prefs users channel_count`,
  words: 'value creator last_set',
} as const;

/** Those of the object's fields that are not there; a test expects none. */
export function missingFields(kind: keyof typeof fieldsOf, object: unknown): string[] {
  if (!isFields(object)) return [`(no ${kind})`];
  return fieldsOf[kind].split(/\s+/).filter((name) => object[name] === undefined);
}
