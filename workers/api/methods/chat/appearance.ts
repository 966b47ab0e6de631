import type { PostCommand } from '../../../../protocol/objects/channel.ts';
import { defined } from '../../defined.ts';

/** How a message is shown: whether its text is markup, and whether its links may get a preview. */
export function readAppearance(args: {
  readonly mrkdwn: boolean;
  readonly unfurl_links?: boolean | undefined;
  readonly unfurl_media?: boolean | undefined;
}): Pick<PostCommand, 'isPlain' | 'unfurl'> {
  const unfurl = defined({ links: args.unfurl_links, media: args.unfurl_media });
  return {
    ...(args.mrkdwn ? {} : { isPlain: true }),
    ...(Object.keys(unfurl).length === 0 ? {} : { unfurl }),
  };
}
