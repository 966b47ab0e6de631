import { fromMarkdown } from '../../../../domain/mrkdwn/from-markdown.ts';
import { linkNames, namesIn } from '../../../../domain/mrkdwn/link-names.ts';
import { literalText, storedText } from '../../../../domain/mrkdwn/store-text.ts';
import { markdownLengthMax } from '../../../../protocol/methods/chat.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';

/** The words of a message, in whichever of the two ways they were given; undefined where neither was. */
export async function readWords(
  context: CallerCall,
  args: TextArguments & {
    readonly text?: string | undefined;
    readonly markdown_text?: string | undefined;
    readonly blocks?: unknown;
  },
): Promise<Outcome<{ text: string | undefined }, 'markdown_text_conflict' | 'msg_too_long'>> {
  const { text, markdown_text: markdown = '' } = args;
  if (markdown === '') {
    return accept({ text: text === undefined ? undefined : await readText(context, text, args) });
  }
  if ((text ?? '') !== '' || (args.blocks ?? '') !== '') return refuse('markdown_text_conflict');
  if (markdown.length > markdownLengthMax) {
    const messages = [`[ERROR] markdown_text is longer than ${markdownLengthMax} characters`];
    return refuse('msg_too_long', { messages });
  }
  const translated = fromMarkdown(markdown);
  return accept({ text: args.link_names ? await linked(context, translated) : translated });
}

interface TextArguments {
  readonly parse?: string | undefined;
  readonly link_names: boolean;
}

/** Text as the channel keeps it. Only where names are to be linked is anybody asked for them. */
export async function readText(
  context: CallerCall,
  given: string,
  { parse, link_names: link }: TextArguments,
): Promise<string> {
  const text = parse === 'full' ? literalText(given) : storedText(given);
  return link || parse === 'full' ? linked(context, text) : text;
}

async function linked({ objects, actor }: CallerCall, text: string): Promise<string> {
  const names = namesIn(text);
  const directory = objects.directory(actor.teamId);
  const [found, usergroups] = await Promise.all([
    Promise.all(names.channels.map((name) => directory.visibleChannel(actor, { name }))),
    names.handles.length === 0 ? [] : directory.usergroups(),
  ]);
  const channels = new Map<string, string>();
  for (const seen of found) {
    if (seen.ok) channels.set(seen.summary.name, `<#${seen.summary.id}|${seen.summary.name}>`);
  }
  const handles = new Map<string, string>();
  for (const { id, handle, date_delete: disabled } of usergroups) {
    if (disabled === 0) handles.set(handle, `<!subteam^${id}|@${handle}>`);
  }
  return linkNames(text, { channels, handles });
}
