const shown = (zone: string): string => zone.replaceAll('_', ' ');

export const zoneTexts = {
  offer: (here: string, own: string) =>
    `This browser is in the time zone ${shown(here)}, your profile in ${shown(own)}.`,
  change: 'Change the profile',
} as const;
