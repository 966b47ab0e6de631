import { avatarPath } from '../../domain/images/pictures.ts';
import { presentIcon, presentTeam as presentTeamAt } from '../../domain/present/team.ts';
import { normalizeName } from '../../domain/naming/real-name.ts';
import { shardOf } from '../../domain/shard.ts';
import { timeZoneAt } from '../../domain/time-zone/time-zone.ts';
import type { Profile, Team, User } from '../../protocol/entities.ts';
import type { TeamId } from '../../protocol/ids.ts';
import type { Person, TeamInfo } from '../../protocol/objects/directory.ts';
import type { TeamFacts } from './log-store.ts';
import type { PersonRow } from './people-store.ts';

/** A person in Slack's form, at a moment: a status ends, a time zone has its summer. */
export function presentPerson(team: TeamFacts, row: PersonRow, nowMs: number): Person {
  return {
    id: row.id,
    role: row.role,
    isActive: row.isActive,
    ...(row.bot ? { bot: { id: row.bot, name: row.profile.realName } } : {}),
    ...(row.account === undefined ? {} : { accountId: row.account }),
    user: presentUser(team, row, nowMs),
  };
}

export function presentUser(team: TeamFacts, row: PersonRow, nowMs: number): User {
  const { tz, realName } = row.profile;
  const zone = timeZoneAt(tz, nowMs) ?? { label: tz, offset: 0 };
  return {
    id: row.id,
    team_id: team.id,
    name: row.handle,
    deleted: !row.isActive,
    color: colors[shardOf(row.id, colors.length)] ?? '9f69e7',
    real_name: realName,
    tz,
    tz_label: zone.label,
    tz_offset: zone.offset,
    profile: presentProfile(team, row, nowMs),
    is_admin: row.role === 'admin' || row.role === 'owner',
    is_owner: row.role === 'owner',
    is_primary_owner: row.id === team.founder && row.role === 'owner',
    is_restricted: row.role === 'guest',
    is_ultra_restricted: false,
    is_bot: row.bot !== undefined,
    is_app_user: false,
    is_email_confirmed: row.profile.email !== undefined,
    updated: row.updated,
    who_can_share_contact_card: 'EVERYONE',
  };
}

function presentProfile(team: TeamFacts, { profile, bot }: PersonRow, nowMs: number): Profile {
  const isOver = profile.statusExpiration > 0 && profile.statusExpiration * 1_000 <= nowMs;
  const statusText = isOver ? '' : profile.statusText;
  return {
    title: profile.title,
    phone: profile.phone,
    skype: profile.skype,
    real_name: profile.realName,
    real_name_normalized: normalizeName(profile.realName),
    display_name: profile.displayName,
    display_name_normalized: normalizeName(profile.displayName),
    first_name: profile.firstName,
    last_name: profile.lastName,
    status_text: statusText,
    status_emoji: isOver ? '' : profile.statusEmoji,
    status_expiration: isOver ? 0 : profile.statusExpiration,
    status_text_canonical: '',
    avatar_hash: profile.photo ?? '',
    ...(profile.email === undefined ? {} : { email: profile.email }),
    pronouns: profile.pronouns,
    fields: {},
    ...(bot ? { bot_id: bot, api_app_id: '' } : {}),
    ...presentPhoto(team.id, profile.photo),
    team: team.id,
  };
}

/** As paths: the API says them whole, and a socket's client knows its server. Without a photo a client draws initials. */
function presentPhoto(teamId: TeamId, photo: string | undefined) {
  const image = (size: number | 'original'): string =>
    photo === undefined ? '' : avatarPath(teamId, photo, size);
  return {
    image_24: image(24),
    image_32: image(32),
    image_48: image(48),
    image_72: image(72),
    image_192: image(192),
    image_512: image(512),
    ...(photo === undefined
      ? {}
      : { image_1024: image(1024), image_original: image('original'), is_custom_image: true }),
  };
}

export const presentTeamInfo = (team: TeamFacts): TeamInfo => ({
  id: team.id,
  name: team.name,
  domain: team.domain,
  created: team.created,
  generalId: team.generalId,
  shards: team.shards,
  ...(team.icon === undefined ? {} : { icon: team.icon }),
});

/** Its picture as paths: a socket's client knows its server. */
export const presentTeam = (team: TeamFacts, publicUrl: string | undefined): Team => ({
  ...presentTeamAt(team, publicUrl ?? ''),
  icon: presentIcon(team),
});

/** Beside a white or a black ground each can be read. */
const colors = [
  '9f69e7',
  '4bbe2e',
  'e7392d',
  '3c989f',
  'd58247',
  '5b89d5',
  'bd9336',
  'd55aef',
  'a72f79',
  '50a0cf',
];
