const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat();
const count = (of: number, one: string, many: string): string =>
  `${number.format(of)} ${plural.select(of) === 'one' ? one : many}`;

export const announcerTexts = {
  announce: (name: string, text: string) => `${name}: ${text}`,
  announceMany: (of: number) => count(of, 'new message', 'new messages'),
} as const;
