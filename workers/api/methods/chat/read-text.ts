import { decideWords } from '../../../../domain/messages/decide-post.ts';
import type { Content } from '../../../../domain/messages/read-content.ts';
import { fromMarkdown } from '../../../../domain/mrkdwn/from-markdown.ts';
import { linkNames, namesIn } from '../../../../domain/mrkdwn/link-names.ts';
import { literalText, storedText } from '../../../../domain/mrkdwn/store-text.ts';
import { markdownLengthMax } from '../../../../protocol/methods/chat.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome, Refusal } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';

interface TextArguments {
  readonly text?: string | undefined;
  readonly markdown_text?: string | undefined;
  readonly blocks?: unknown;
  readonly parse?: string | undefined;
  readonly link_names: boolean;
}
type Unfit = Extract<ReturnType<typeof decideWords>, Refusal>['error'];

/**
 * The words of a new message as it keeps them, names apart. Judged with what is beside them before anybody is asked
 * where they go: a post that is refused for itself opens no direct channel.
 */
export function readNewText(
  args: TextArguments,
  content: Content,
): Outcome<{ text: string }, 'markdown_text_conflict' | Unfit> {
  const read = readText(args);
  if (!read.ok) return read;
  const { text = '' } = read;
  const decided = decideWords({ text, ...content });
  return decided.ok ? accept({ text }) : decided;
}

/** The words, in whichever of the two ways they were given; undefined where neither was. */
export function readText(
  args: TextArguments,
): Outcome<{ text: string | undefined }, 'markdown_text_conflict' | 'msg_too_long'> {
  const { text, markdown_text: markdown = '' } = args;
  if (markdown === '') {
    if (text === undefined) return accept({ text });
    return accept({ text: args.parse === 'full' ? literalText(text) : storedText(text) });
  }
  if ((text ?? '') !== '' || (args.blocks ?? '') !== '') return refuse('markdown_text_conflict');
  if (markdown.length > markdownLengthMax) {
    const messages = [`[ERROR] markdown_text is longer than ${markdownLengthMax} characters`];
    return refuse('msg_too_long', { messages });
  }
  return accept({ text: fromMarkdown(markdown) });
}

/** With names linked, where that was asked for. Only then is anybody asked for them. */
export function withNames(
  context: CallerCall,
  text: string,
  { parse, markdown_text: markdown = '', link_names: link }: TextArguments,
): Promise<string> | string {
  return link || (parse === 'full' && markdown === '') ? linked(context, text) : text;
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
