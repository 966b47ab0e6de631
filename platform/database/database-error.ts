import { DatabaseError } from '@planetscale/database';

/** SQLite's messages in the words of MySQL, so that whoever asks what went wrong asks once. */
export function toDatabaseError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/UNIQUE constraint failed/i.test(message))
    return said('Duplicate entry', 1062, 'ALREADY_EXISTS', message);
  if (/NOT NULL constraint failed/i.test(message))
    return said('Column cannot be null', 1048, 'INVALID_ARGUMENT', message);
  return error;
}

const said = (what: string, errno: number, code: string, message: string): DatabaseError =>
  new DatabaseError(`${what} (errno ${errno}) (sqlstate 23000): ${message}`, 400, { code, message });

/** Whether a write failed because its key was there. Drizzle wraps the driver's error as the cause. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /\(errno 1062\)/.test(error.message) || isDuplicateKey(error.cause);
}
