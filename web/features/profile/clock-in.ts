/** What time it is there now. */
export function clockIn(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone }).format(Date.now());
  } catch {
    // A zone that this browser does not know.
    return '';
  }
}
