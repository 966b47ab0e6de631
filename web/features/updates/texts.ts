export const updateTexts = {
  ready: 'There is a new version of Edgewise.',
  reload: 'Reload',
} as const;
