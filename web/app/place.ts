import { isChannelId, isTeamId } from '../../protocol/ids.ts';
import type { ChannelId, TeamId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** What of a workspace is shown; each has its own address, so that a link, a reload and the back button find it. */
export interface Place {
  readonly teamId: TeamId;
  readonly channelId?: ChannelId | undefined;
  /** The message that a link points at: `…/m/ts`, in the thread where there is one. */
  readonly at?: Timestamp | undefined;
  readonly threadTs?: Timestamp | undefined;
  /** Beside the channel, where the thread would be. */
  readonly panel?: (typeof panels)[number] | undefined;
  /** In place of a channel: one's own lists, and the phone's own page for oneself. */
  readonly page?: (typeof pages)[number] | undefined;
  /** A page of the settings, by its name; '' is their list. */
  readonly settings?: string | undefined;
}

const panels = ['members', 'pins'] as const;
const pages = ['you', 'activity', 'threads', 'saved', 'scheduled'] as const;

const isTs = (text: string | undefined): text is Timestamp => /^\d{10}\.\d{6}$/.test(text ?? '');

/** Undefined where the address is none of a workspace; what cannot be read of it is left out. */
export function placeOf(path: string): Place | undefined {
  const [start, teamId = '', channelId = '', ...rest] = path.split('/').filter(Boolean);
  if (start !== 'w' || !isTeamId(teamId)) return undefined;
  const page = pages.find((name) => name === channelId);
  if (page !== undefined) return { teamId, page };
  if (channelId === 'settings') return { teamId, settings: rest[0] ?? '' };
  if (!isChannelId(channelId)) return { teamId };
  const panel = panels.find((name) => name === rest[0]);
  if (panel !== undefined) return { teamId, channelId, panel };
  if (rest[0] === 't' && isTs(rest[1])) {
    const at = rest[2] === 'm' && isTs(rest[3]) ? rest[3] : undefined;
    return { teamId, channelId, threadTs: rest[1], at };
  }
  return rest[0] === 'm' && isTs(rest[1]) ? { teamId, channelId, at: rest[1] } : { teamId, channelId };
}

export function pathOf({ teamId, channelId, threadTs, at, panel, page, settings }: Place): string {
  const parts = ['/w', teamId];
  if (page !== undefined) parts.push(page);
  if (settings !== undefined) parts.push('settings', ...(settings === '' ? [] : [settings]));
  if (channelId !== undefined) {
    parts.push(channelId);
    if (threadTs !== undefined) parts.push('t', threadTs);
    if (at !== undefined) parts.push('m', at);
    if (panel !== undefined) parts.push(panel);
  }
  return parts.join('/');
}
