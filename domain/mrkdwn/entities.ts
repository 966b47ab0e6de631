/** Slack's three: the only signs that mean something else in a message's text. */
const decoded: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Words as somebody typed them, as mrkdwn that says the same: to be done once, before mentions are put in. */
export const escapeText = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** In one pass, so that `&amp;lt;` is the text `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:amp|lt|gt);/g, (entity) => decoded[entity] ?? entity) : text;
