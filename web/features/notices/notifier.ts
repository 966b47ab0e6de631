import { callsEverybody, mentionedUsers } from '../../../domain/messages/mentions.ts';
import { plainText } from '../../../domain/mrkdwn/plain-text.ts';
import { decideNotice } from '../../../domain/notices/decide-notice.ts';
import type { Heard } from '../../../domain/notices/decide-notice.ts';
import { eventNameOf } from '../../../protocol/events.ts';
import type { EventBody } from '../../../protocol/events.ts';
import { isSystemSubtype } from '../../../protocol/message-subtypes.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import { visit } from '../../app/navigate.ts';
import type { Looking } from '../../device/looking.ts';
import type { Workspace } from '../../store/contract.ts';
import { wordsOf } from '../message/fallback-text.ts';
import { joinNames, mentionNameOf, nameOf } from '../people/names.ts';
import { $playsSound, $showsNotices, permissionNow } from './device-wishes.ts';
import { followedThreads } from './followed-threads.ts';
import { ownGroups } from './own-groups.ts';
import { noticeTexts } from './texts.ts';
import { playTone } from './tone.ts';

type Posted = EventBody<'message'>;

/** What comes later than this was missed, not heard: a tab that was away does not tell it all at once. */
const freshMs = 60_000;
const lengthMax = 200;

/** Tells of what comes, in one tab of all, unless its place is looked at in any. Answers how to stop. */
export function startNotifier(workspace: Workspace, looking: Looking): () => void {
  const threads = followedThreads(workspace);
  const groups = ownGroups(workspace);
  /** Only where it matters, for it may have to be asked. */
  const isFollowed = async ({ channel, thread_ts: threadTs, parent_user_id: parent }: Posted) => {
    const isOwn = parent !== undefined && parent === workspace.$self.get()?.id;
    return threadTs !== undefined && (await threads.isFollowed({ channel, threadTs, isOwn }));
  };
  const concerns = async (posted: Posted, heard: Heard): Promise<boolean> =>
    decideNotice(heard) ||
    (decideNotice({ ...heard, mentions: true }) && (await groups.callsMe(posted.text))) ||
    (decideNotice({ ...heard, isFollowed: heard.isReply }) && (await isFollowed(posted)));
  const consider = async (posted: Posted, heard: Heard): Promise<void> => {
    if (!(await concerns(posted, heard))) return;
    const place = { channelId: posted.channel, threadTs: heard.isReply ? posted.thread_ts : undefined };
    if (!(await looking.isLookedAt(place))) tell(workspace, posted);
  };
  const stop = workspace.follow((event) => {
    if (!('channel' in event) || !('seq' in event) || eventNameOf(event) !== 'message') return;
    const posted = event as Posted;
    const heard = looking.speaks() ? heardOf(workspace, posted) : undefined;
    if (heard !== undefined) void consider(posted, heard);
  });
  return () => {
    stop();
    threads.stop();
    groups.stop();
  };
}

/** How it concerns the person, as far as this page knows. */
function heardOf({ $self, $wishes, channels }: Workspace, posted: Posted): Heard | undefined {
  const self = $self.get();
  const line = channels.line(posted.channel).get();
  if (self === undefined || line === undefined || isSystemSubtype(posted.subtype)) return undefined;
  if (Date.now() - microsOf(posted.ts) / 1_000 > freshMs) return undefined;
  const { text, thread_ts: threadTs } = posted;
  return {
    isOwn: posted.user === self.id,
    isDirect: line.kind === 'direct' || line.kind === 'group',
    isReply: threadTs !== undefined && threadTs !== posted.ts && posted.ordinal === undefined,
    isFollowed: false,
    mentions: mentionedUsers(text).includes(self.id),
    callsEverybody: callsEverybody(text),
    isMuted: line.isMuted,
    level: line.level,
    usual: $wishes.get().notify ?? 'mentions',
  };
}

function tell(workspace: Workspace, posted: Posted): void {
  if ($playsSound.get()) void playTone().catch(() => undefined);
  if (!$showsNotices.get() || permissionNow() !== 'granted') return;
  const { teamId } = workspace;
  const { channel: channelId, ts, thread_ts: threadTs } = posted;
  const isReply = threadTs !== undefined && threadTs !== ts;
  const notice = new Notification(titleOf(workspace, posted), {
    body: textOf(workspace, posted),
    // Two tabs that both speak show one.
    tag: `${channelId}:${ts}`,
    silent: true,
  });
  notice.onclick = () => {
    notice.close();
    globalThis.focus();
    visit({ teamId, channelId, at: ts, ...(isReply ? { threadTs } : {}) });
  };
}

function titleOf({ people, channels, $self }: Workspace, { channel, user, username }: Posted): string {
  const line = channels.line(channel).get();
  const author = user === undefined ? undefined : people.person(user).get();
  const name = username ?? (author === undefined ? noticeTexts.somebody : nameOf(author));
  if (line === undefined || line.kind === 'direct') return noticeTexts.by(name, '');
  const others = line.people.filter((id) => id !== $self.get()?.id);
  const place =
    line.kind === 'group' ? joinNames(others.map((id) => nameOf(people.person(id).get()))) : `#${line.name}`;
  return noticeTexts.by(name, place);
}

function textOf({ people, channels }: Workspace, posted: Posted): string {
  const words = plainText(wordsOf(posted), {
    user: (id) => {
      const user = people.person(id).get();
      return user && mentionNameOf(user);
    },
    channel: (id) => channels.line(id).get()?.name,
  });
  return words.length > lengthMax ? `${words.slice(0, lengthMax)}…` : words;
}
