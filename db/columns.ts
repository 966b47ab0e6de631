import { customType, datetime } from 'drizzle-orm/mysql-core';

/**
 * Text that is compared byte by byte: ids, hashes, lower-cased names. MySQL's default collation takes `a` for `A`,
 * with which a token in the wrong case would match. (A MariaDB needs `utf8mb4_nopad_bin` in its place; SQLite
 * compares bytes anyway and gets neither.)
 */
export const key = (name: string, lengthMax = 64) =>
  customType<{ data: string; driverData: string }>({
    dataType: () => `varchar(${lengthMax}) collate utf8mb4_0900_bin`,
  })(name);

/** A moment in UTC, to the millisecond. */
export const moment = (name: string) => datetime(name, { mode: 'date', fsp: 3 });
