export const preferenceTexts = {
  title: 'Preferences',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  themeNow: (name: string) => `Theme: ${name}. Change`,
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  device: 'Kept on this device.',
} as const;
