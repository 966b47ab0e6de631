export const profileTexts = {
  card: (name: string) => `About ${name}`,
  message: 'Message',
  notes: 'Your own notes',
  mention: 'Name',
  time: (clock: string) => `${clock} there now`,
  title: 'Work',
  email: 'E-mail',
  localTime: 'Local time',
  pronouns: 'Pronouns',
  deactivated: 'Deactivated',
} as const;
