export const bannerTexts = {
  offline: 'No connection. What you write waits here and goes out by itself.',
  retry: 'Try now',
} as const;
