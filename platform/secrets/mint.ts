import { customAlphabet } from 'nanoid';
import type {
  BookmarkId,
  BotId,
  ChannelId,
  ChannelLetter,
  CredentialId,
  InvitationId,
  ReminderId,
  ScheduledMessageId,
  TeamId,
  UsergroupId,
  UserId,
} from '../../protocol/ids.ts';
import { secretLength } from '../../protocol/tokens.ts';

const digits = '0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

// nanoid draws from WebCrypto and rejects what would favour a letter. What it returns takes a size, and never ends with
// one that is no number: so it is not handed out as it is.
const drawSecret = customAlphabet(digits + upper + upper.toLowerCase(), secretLength);
const drawCode = customAlphabet(digits, 6);
const drawId = customAlphabet(upper + digits, 10);
const drawHash = customAlphabet(upper.toLowerCase() + digits, 24);

/** 40 of base62, for whatever a caller holds and we store the hash of. */
export const mintSecret = (): string => drawSecret();

/** What names a picture: whoever has it sees it, and nobody guesses it. */
export const mintPictureHash = (): string => drawHash();

/** Six digits, for a mail. */
export const mintCode = (): string => drawCode();

/** `Bk` and ten at random. */
export const mintBookmarkId = (): BookmarkId => `Bk${drawId()}` as BookmarkId;

type Ids = {
  T: TeamId;
  U: UserId;
  B: BotId;
  I: InvitationId;
  K: CredentialId;
  Q: ScheduledMessageId;
  S: UsergroupId;
} & Record<ChannelLetter, ChannelId>;

/** A new id: the letter, `0` for the home region (protocol/ids.ts), ten at random. */
export const mintId = <Letter extends keyof Ids>(letter: Letter): Ids[Letter] =>
  // Of the form that protocol/ids.ts asks for, by construction.
  `${letter}0${drawId()}` as Ids[Letter];

/** Slack's has two letters. */
export const mintReminderId = (): ReminderId => `Rm0${drawId()}` as ReminderId;
