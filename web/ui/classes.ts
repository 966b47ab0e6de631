type Part = string | false | null | undefined;

/** The class names that are there, in one string. */
export const classes = (...parts: readonly Part[]): string => parts.filter(Boolean).join(' ');
