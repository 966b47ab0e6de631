import { handler } from '../../../handler.ts';
import { convert } from './convert.ts';

export const adminConversationsConvertToPrivate = handler<'admin.conversations.convertToPrivate'>(
  (context, args) => convert(context, args.channel_id, 'private', 'channel_type_not_supported'),
);
