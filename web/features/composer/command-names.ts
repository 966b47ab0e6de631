export const commandNames = ['invite', 'leave', 'me', 'mute', 'star', 'topic'] as const;

/** What these words ask for, known or not, without the slash. */
export const commandIn = (words: string): string | undefined => /^\/([a-z]+)(?:\s|$)/.exec(words.trim())?.[1];

export const isCommand = (name: string): boolean => commandNames.some((known) => known === name);
