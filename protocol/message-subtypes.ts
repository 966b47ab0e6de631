/**
 * What happened to a channel is a message too, with Slack's subtype: nobody said it, so it takes no ordinal, names
 * nobody and cannot be changed. Private channels have these of `channel_*` as well, since they are channels
 * (`is_channel`, an id with C), as in Slack since 2021; its `group_*` subtypes are of the groups before.
 */
export const systemSubtypes = [
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'channel_join',
  'channel_leave',
  'channel_convert_to_private',
  'channel_convert_to_public',
] as const;
export type SystemSubtype = (typeof systemSubtypes)[number];

/** The subtypes that a message's row keeps. `message_changed` and the like are of events, not of rows. */
export const storedSubtypes = [...systemSubtypes, 'me_message', 'thread_broadcast', 'bot_message'] as const;
export type StoredSubtype = (typeof storedSubtypes)[number];

export const isSystemSubtype = (subtype: string | null | undefined): subtype is SystemSubtype =>
  systemSubtypes.some((one) => one === subtype);
