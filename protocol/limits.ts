/** Bounds that both sides know. Lengths are UTF-16 units. */
export const textLengthMax = 40_000;
export const channelNameLengthMax = 80;
/** A topic, or a purpose. */
export const channelWordsLengthMax = 250;
export const bookmarkTitleLengthMax = 256;
export const bookmarkLinkLengthMax = 2_048;
export const directPeopleMax = 9;
export const usergroupPeopleMax = 1_000;
/** Of a workspace, aliases counted. */
export const customEmojiMax = 5_000;
export const frameBytesMax = 256 * 1024;
export const clientMessageIdLengthMax = 100;
export const cursorLengthMax = 400;
export const blocksMax = 50;
export const attachmentsMax = 100;
