/** What of a channel a person wants to be notified of; `default` follows their level for the workspace. */
export const channelLevels = ['all', 'mentions', 'nothing', 'default'] as const;
export type ChannelLevel = (typeof channelLevels)[number];
