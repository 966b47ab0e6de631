import type { ChannelLevel } from '../../protocol/channel-level.ts';

/** A message as it concerns one person, and what they want to hear of. */
export interface Heard {
  readonly isOwn: boolean;
  /** One or several people and nobody else: every message is meant for them. */
  readonly isDirect: boolean;
  readonly isReply: boolean;
  /** The person follows the thread that it is a reply in. */
  readonly isFollowed: boolean;
  /** By name. */
  readonly mentions: boolean;
  readonly callsEverybody: boolean;
  readonly isMuted: boolean;
  readonly level: ChannelLevel;
  /** For channels of the level `default`. */
  readonly usual: Exclude<ChannelLevel, 'default'>;
}

/** Whether somebody is told of a message. A muted channel says nothing; a reply concerns those whom it names and who follow its thread. */
export function decideNotice(heard: Heard): boolean {
  const { isOwn, isMuted, isDirect, isReply, isFollowed, mentions, callsEverybody, level, usual } = heard;
  if (isOwn || isMuted) return false;
  switch (level === 'default' ? usual : level) {
    case 'nothing':
      return false;
    case 'mentions':
      return mentions || callsEverybody || (isReply ? isFollowed : isDirect);
    case 'all':
      return mentions || callsEverybody || !isReply || isFollowed;
  }
}
