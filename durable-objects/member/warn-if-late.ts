/** As late as whoever planned it would notice; below that the machine's own pace is what the bench shows. */
const lateLeastMs = 5_000;

/** What went out late is a line for whoever runs this: how late, and nothing of what it says. `due` is in seconds. */
export function warnIfLate(what: 'message' | 'reminder', due: number, nowMs: number): void {
  const lateMs = nowMs - due * 1_000;
  if (lateMs >= lateLeastMs) console.warn(JSON.stringify({ event: 'sent_late', what, late_ms: lateMs }));
}
