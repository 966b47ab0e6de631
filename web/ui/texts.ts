export const uiTexts = {
  close: 'Close',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  copied: 'Copied',
} as const;
