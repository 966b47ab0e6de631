import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { Conversation } from '../../protocol/entities.ts';
import type { TeamId, UserId } from '../../protocol/ids.ts';

/** Who looks, and what only the one who asks knows of it. */
export interface ConversationView {
  readonly teamId: TeamId;
  readonly viewer: UserId;
  readonly isMember: boolean;
  /** A member's own read mark; '' before the first. */
  readonly lastRead?: string | undefined;
  /** Of a direct channel or group: in the viewer's list. */
  readonly isOpen?: boolean | undefined;
  readonly withCount?: boolean;
  readonly withLocale?: boolean;
}

/** A channel as Slack shows it. A direct channel has no name, topic or count there, but the other person. */
export function presentConversation(summary: ChannelSummary, view: ConversationView): Conversation {
  const { kind } = summary;
  const isDirect = kind === 'direct';
  return {
    id: summary.id,
    ...(isDirect ? otherPerson(summary, view.viewer) : named(summary)),
    ...(isDirect || kind === 'group' ? { is_open: view.isOpen ?? true } : {}),
    // Slack's `is_group` is what private channels were before they became channels; group conversations still are.
    is_channel: kind === 'public' || kind === 'private',
    is_group: kind === 'group',
    is_im: isDirect,
    is_mpim: kind === 'group',
    is_private: kind !== 'public',
    is_archived: summary.isArchived,
    is_general: summary.isGeneral,
    is_member: view.isMember,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: view.teamId,
    created: summary.created,
    creator: summary.creator,
    updated: summary.updatedMs,
    unlinked: 0,
    ...(view.lastRead === undefined ? {} : { last_read: view.lastRead || '0000000000.000000' }),
    ...(view.withCount && !isDirect ? { num_members: summary.memberCount } : {}),
    ...(view.withLocale ? { locale: 'en-US' } : {}),
  };
}

const named = (summary: ChannelSummary): Partial<Conversation> => ({
  name: summary.name,
  name_normalized: summary.name,
  topic: words(summary.topic),
  purpose: words(summary.purpose),
  previous_names: [...summary.previousNames],
});

const words = ({ value, creator, lastSet }: ChannelSummary['topic']) => ({
  value,
  creator,
  last_set: lastSet,
});

/** With oneself alone, it is oneself. */
function otherPerson({ people = [] }: ChannelSummary, viewer: UserId): Partial<Conversation> {
  const other = people.find((id) => id !== viewer) ?? people[0];
  return { ...(other === undefined ? {} : { user: other }), priority: 0 };
}
