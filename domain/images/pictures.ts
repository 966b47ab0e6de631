import type { TeamId } from '../../protocol/ids.ts';

/** The sides that Slack's profiles name, in pixels. */
export const avatarSizes = [24, 32, 48, 72, 192, 512, 1024] as const;
/** Those of a workspace’s icon. */
export const iconSizes = [34, 44, 68, 88, 102, 132, 230] as const;

/** Where pictures lie and where they are served, by the key that one upload got: the address of bytes that never change. */
export const avatarKey = (teamId: TeamId, hash: string): string => `avatars/${teamId}/${hash}`;
export const emojiKey = (teamId: TeamId, hash: string): string => `emoji/${teamId}/${hash}`;
export const iconKey = (teamId: TeamId, hash: string): string => `icons/${teamId}/${hash}`;

export const avatarPath = (teamId: TeamId, hash: string, size: number | 'original'): string =>
  `/${avatarKey(teamId, hash)}/${size}`;
export const iconPath = (teamId: TeamId, hash: string, size: number | 'original'): string =>
  `/${iconKey(teamId, hash)}/${size}`;
export const emojiPath = (teamId: TeamId, hash: string): string => `/${emojiKey(teamId, hash)}`;

/** Of an address that we serve ourselves, as a caller who is not on our page needs it. */
export const absolute = (origin: string, address: string): string =>
  address.startsWith('/') ? `${origin}${address}` : address;
