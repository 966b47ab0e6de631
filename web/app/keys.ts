export const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);
/** Cmd on a Mac, Ctrl elsewhere. */
export const hasCommand = (event: { metaKey: boolean; ctrlKey: boolean }): boolean =>
  isApple ? event.metaKey : event.ctrlKey;
