import { mentionedUsers } from '../../../domain/messages/mentions.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { visit } from '../../app/navigate.ts';
import type { TakenWords, Workspace } from '../../store/contract.ts';
import { toast } from '../../ui/toast.ts';
import { channelProblem } from '../channels/texts.ts';
import { act } from './act.ts';
import { commandTexts } from './command-texts.ts';
import { readWords } from './read-words.ts';

interface Said {
  /** The words may go. */
  readonly isDone: boolean;
  readonly text: string;
}
const done = (text = ''): Said => ({ isDone: true, text });
const not = (text: string): Said => ({ isDone: false, text });

/** What begins with a slash is done, not said. What could not be done is in the field again. */
export async function obey(taken: TakenWords, channelId: ChannelId, workspace: Workspace): Promise<void> {
  const { wire, problem } = readWords(taken.text, channelId, workspace);
  const { isDone, text } = problem === undefined ? await run(wire, channelId, workspace) : not(problem);
  if (isDone) taken.drop();
  else taken.giveBack();
  if (text !== '') toast(text);
}

async function run(wire: string, channelId: ChannelId, workspace: Workspace): Promise<Said> {
  const [name = '', ...rest] = wire.split(/\s+/);
  const { channels, teamId } = workspace;
  const line = channels.line(channelId).get();
  switch (name) {
    case '/mute': {
      const isMuted = line?.isMuted ?? false;
      const muted = await channels.setMuted(channelId, !isMuted);
      if (!muted.ok) return not(channelProblem(muted.error));
      return done(isMuted ? commandTexts.unmuted : commandTexts.muted);
    }
    case '/star': {
      const isStarred = line?.isStarred ?? false;
      const starred = await channels.setStarred(channelId, !isStarred);
      if (!starred.ok) return not(channelProblem(starred.error));
      return done(isStarred ? commandTexts.unstarred : commandTexts.starred);
    }
    case '/me': {
      const text = wire.slice('/me'.length).trim();
      if (text === '') return not(commandTexts.meWhat);
      const acted = await act(workspace, channelId, text);
      return acted.ok ? done() : not(channelProblem(acted.error));
    }
    case '/topic': {
      const set = await channels.setTopic(channelId, wire.slice('/topic'.length).trim());
      return set.ok ? done() : not(channelProblem(set.error));
    }
    case '/leave': {
      const left = await channels.leave(channelId);
      if (!left.ok) return not(channelProblem(left.error));
      visit({ teamId });
      return done();
    }
    case '/invite': {
      const people = mentionedUsers(rest.join(' '));
      if (people.length === 0) return not(commandTexts.inviteWhom);
      const invited = await channels.invite(channelId, people);
      return invited.ok ? done(commandTexts.invited) : not(channelProblem(invited.error));
    }
    default:
      return not(commandTexts.unknown(name));
  }
}
