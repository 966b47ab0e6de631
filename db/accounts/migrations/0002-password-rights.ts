import type { Migration } from '../../migration.ts';

export const passwordRights: Migration = {
  number: 2,
  statements: [
    `create table if not exists account_password_rights (
      session_id varchar(64) collate utf8mb4_0900_bin not null,
      expires_at datetime(3) not null,
      constraint account_password_rights_session_id primary key(session_id)
    )`,
    `create index account_password_rights_expiry on account_password_rights (expires_at)`,
  ],
};
