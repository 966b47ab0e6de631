import { never } from '../world.ts';
import { casesOf } from './error-case.ts';

export const tokensCases = [
  ...casesOf('bots.create', {
    restricted_action: ({ member }, call) => call(member.token, { name: 'robot' }),
  }),
  ...casesOf('bots.info', {
    bot_not_found: ({ owner }, call) => call(owner.token, { bot: never.bot }),
  }),
  ...casesOf('workspaces.setRules', {
    not_an_admin: ({ member }, call) => call(member.token, { msg_edit_window_mins: 5 }),
  }),
  ...casesOf('tokens.create', {
    invalid_scopes: ({ owner }, call) =>
      call(owner.token, { kind: 'user', name: 'x', scopes: ['chat:write', 'chat:shout'] }),
    bot_not_found: ({ owner }, call) =>
      call(owner.token, { kind: 'bot', name: 'x', scopes: ['chat:write'], bot_id: never.bot }),
    restricted_action: ({ member, bot }, call) =>
      call(member.token, { kind: 'bot', name: 'x', scopes: ['chat:write'], bot_id: bot.id }),
  }),
];
