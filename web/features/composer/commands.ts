import { mentionedUsers } from '../../../domain/messages/mentions.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { visit } from '../../app/navigate.ts';
import type { Workspace } from '../../store/contract.ts';
import { channelProblem } from '../channels/texts.ts';
import { commandTexts } from './command-texts.ts';

interface Said {
  /** The words may go. */
  readonly isDone: boolean;
  readonly text: string;
}
const done = (text = ''): Said => ({ isDone: true, text });
const not = (text: string): Said => ({ isDone: false, text });

/** What begins with a slash is done, not said. */
export async function runCommand(wire: string, channelId: ChannelId, workspace: Workspace): Promise<Said> {
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
      const acted = await channels.act(channelId, text);
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
