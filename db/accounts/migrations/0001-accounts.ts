import type { Migration } from '../../migration.ts';

export const accounts: Migration = {
  number: 1,
  statements: [
    `create table if not exists account_users (
      id varchar(64) collate utf8mb4_0900_bin not null,
      name varchar(255) not null,
      email varchar(254) collate utf8mb4_0900_bin not null,
      email_verified boolean not null default false,
      image text,
      created_at datetime(3) not null,
      updated_at datetime(3) not null,
      constraint account_users_id primary key(id),
      constraint account_users_email unique(email)
    )`,
    `create table if not exists account_sessions (
      id varchar(64) collate utf8mb4_0900_bin not null,
      token varchar(64) collate utf8mb4_0900_bin not null,
      user_id varchar(64) collate utf8mb4_0900_bin not null,
      expires_at datetime(3) not null,
      ip_address varchar(64),
      user_agent text,
      created_at datetime(3) not null,
      updated_at datetime(3) not null,
      constraint account_sessions_id primary key(id),
      constraint account_sessions_token unique(token)
    )`,
    `create table if not exists account_credentials (
      id varchar(64) collate utf8mb4_0900_bin not null,
      user_id varchar(64) collate utf8mb4_0900_bin not null,
      provider_id varchar(64) collate utf8mb4_0900_bin not null,
      account_id varchar(255) collate utf8mb4_0900_bin not null,
      password varchar(255),
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at datetime(3),
      refresh_token_expires_at datetime(3),
      scope text,
      created_at datetime(3) not null,
      updated_at datetime(3) not null,
      constraint account_credentials_id primary key(id),
      constraint account_credentials_provider unique(provider_id,account_id)
    )`,
    `create table if not exists account_verifications (
      id varchar(64) collate utf8mb4_0900_bin not null,
      identifier varchar(320) collate utf8mb4_0900_bin not null,
      value varchar(255) not null,
      expires_at datetime(3) not null,
      created_at datetime(3) not null,
      updated_at datetime(3) not null,
      constraint account_verifications_id primary key(id)
    )`,
    `create table if not exists workspaces (
      team_id varchar(64) collate utf8mb4_0900_bin not null,
      name varchar(255) not null,
      domain varchar(64) collate utf8mb4_0900_bin not null,
      created_at datetime(3) not null,
      constraint workspaces_team_id primary key(team_id),
      constraint workspaces_domain unique(domain)
    )`,
    `create table if not exists workspace_people (
      account_id varchar(64) collate utf8mb4_0900_bin not null,
      team_id varchar(64) collate utf8mb4_0900_bin not null,
      user_id varchar(64) collate utf8mb4_0900_bin not null,
      is_settled boolean not null default false,
      created_at datetime(3) not null,
      constraint workspace_people_account_id_team_id_pk primary key(account_id,team_id),
      constraint workspace_people_person unique(team_id,user_id)
    )`,
    `create table if not exists setup_links (
      hash varchar(64) collate utf8mb4_0900_bin not null,
      email varchar(254) collate utf8mb4_0900_bin not null,
      account_id varchar(64) collate utf8mb4_0900_bin,
      created_at datetime(3) not null,
      constraint setup_links_hash primary key(hash)
    )`,
    `create index account_sessions_user on account_sessions (user_id)`,
    `create index account_credentials_user on account_credentials (user_id)`,
    `create index account_verifications_identifier on account_verifications (identifier)`,
    `create index account_verifications_expiry on account_verifications (expires_at)`,
    `create index setup_links_account on setup_links (account_id)`,
  ],
};
