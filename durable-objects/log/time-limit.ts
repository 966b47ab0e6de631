/** Another object did not answer within its limit: the call may still be carried out, so what repeats it must be safe. */
export class TimeLimitError extends Error {
  constructor(what: string, limitMs: number) {
    super(`${what} did not answer within ${limitMs} ms`);
    this.name = 'TimeLimitError';
  }
}

/** Every call to another object has a limit; the timer goes with it, since a pending one keeps an object awake. */
export async function withinLimit<T>(what: string, limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitError(what, limitMs));
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    if (timer !== undefined) clearTimeout(timer);
  }
}
