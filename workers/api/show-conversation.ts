import { presentConversation } from '../../domain/present/conversation.ts';
import type { ConversationView } from '../../domain/present/conversation.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { Conversation } from '../../protocol/entities.ts';
import type { CallerCall } from './context.ts';

/** A channel as this caller sees it. */
export const showConversation = (
  { actor }: CallerCall,
  summary: ChannelSummary,
  view: Omit<ConversationView, 'teamId' | 'viewer'>,
): Conversation => presentConversation(summary, { teamId: actor.teamId, viewer: actor.userId, ...view });
