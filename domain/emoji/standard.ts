import names from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };

/** Every name by which Slack calls a standard emoji, without colons and skin tones. */
const standard: ReadonlySet<string> = new Set(Object.values<string | string[]>(names).flat());

export const isStandardEmoji = (name: string): boolean => standard.has(name);
