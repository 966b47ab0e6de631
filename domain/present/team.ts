import type { Team } from '../../protocol/entities.ts';
import type { TeamInfo } from '../../protocol/objects/directory.ts';
import { absolute, iconPath, iconSizes } from '../images/pictures.ts';

type Icon = Team['icon'];
type Shown = Pick<TeamInfo, 'id' | 'name' | 'domain' | 'icon'>;

/** A workspace as Slack shows it. `origin` is where it is served, without a slash at its end. */
export const presentTeam = (team: Shown, origin: string): Team => ({
  id: team.id,
  name: team.name,
  url: origin === '' ? '' : `${origin}/`,
  domain: team.domain,
  email_domain: '',
  icon: presentIcon(team, origin),
});

/** With an origin whole, without one as paths: a socket’s client knows its server. Without a picture a client draws the initial. */
export function presentIcon({ id, icon }: Pick<Shown, 'id' | 'icon'>, origin = ''): Icon {
  if (icon === undefined) return { image_default: true, image_34: '', image_68: '', image_132: '' };
  const at = (size: number | 'original'): string => absolute(origin, iconPath(id, icon, size));
  const sizes = Object.fromEntries(iconSizes.map((size) => [`image_${size}`, at(size)])) as Pick<
    Icon,
    `image_${(typeof iconSizes)[number]}`
  >;
  return { ...sizes, image_default: false, image_original: at('original') };
}
