import { linkNames, namesIn } from '../../../../domain/mrkdwn/link-names.ts';
import { literalText, storedText } from '../../../../domain/mrkdwn/store-text.ts';
import type { CallerCall } from '../../context.ts';

/** Text as the channel keeps it. Only where names are to be linked is anybody asked for them. */
export async function readText(
  context: CallerCall,
  given: string,
  { parse, link_names: link }: { readonly parse?: string | undefined; readonly link_names: boolean },
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
