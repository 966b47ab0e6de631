/** Of a person in a workspace, from most to least. `guest` sees only the channels that they are in. */
export const roles = ['owner', 'admin', 'member', 'guest'] as const;
export type Role = (typeof roles)[number];
