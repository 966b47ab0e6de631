import { handler } from '../../../handler.ts';
import { convert } from './convert.ts';

export const adminConversationsConvertToPublic = handler<'admin.conversations.convertToPublic'>(
  (context, args) => convert(context, args.channel_id, 'public', 'not_supported'),
);
