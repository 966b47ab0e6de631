export const uiTexts = {
  close: 'Close',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
} as const;
