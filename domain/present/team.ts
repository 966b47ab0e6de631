import type { Team } from '../../protocol/entities.ts';
import type { TeamInfo } from '../../protocol/objects/directory.ts';

/** A workspace as Slack shows it. `origin` is where it is served, without a slash at its end. */
export const presentTeam = (team: Pick<TeamInfo, 'id' | 'name' | 'domain'>, origin: string): Team => ({
  id: team.id,
  name: team.name,
  url: `${origin}/`,
  domain: team.domain,
  email_domain: '',
  icon: { image_default: true, image_34: '', image_68: '', image_132: '' },
});
