import { dataUrl, gif, png } from '../../support/pictures.ts';
import { join } from '../../support/workspace.ts';
import { never } from '../world.ts';
import { casesOf, mapValues } from './error-case.ts';

const badPictures = mapValues(
  {
    bad_image: dataUrl(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'),
    too_large: dataUrl(png(10_001, 1)),
    too_many_frames: dataUrl(gif(51)),
  },
  (image) =>
    ({ owner }, call) =>
      call(owner.token, { image }),
);

export const peopleCases = [
  ...casesOf('team.info', {
    team_not_found: ({ owner, foreign }, call) => call(owner.token, { team: foreign.teamId }),
  }),
  ...casesOf('workspaces.signUpPolicy', {
    not_an_admin: ({ member }, call) => call(member.token, {}),
  }),
  ...casesOf('workspaces.setName', {
    not_an_admin: ({ member }, call) => call(member.token, { name: 'Mine' }),
  }),
  ...casesOf('workspaces.setIcon', {
    not_an_admin: ({ member }, call) => call(member.token, { image: dataUrl(png(8)) }),
    ...badPictures,
  }),
  ...casesOf('workspaces.deleteIcon', {
    not_an_admin: ({ member }, call) => call(member.token, {}),
  }),
  ...casesOf('users.list', {
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'dXNlcjpVMEc5V0ZYTlo=' }),
  }),
  ...casesOf('users.info', {
    // In no channel with the guest.
    user_not_visible: ({ guest, member }, call) => call(guest.token, { user: member.userId }),
    user_not_found: ({ owner }, call) => call(owner.token, { user: never.user }),
  }),
  ...casesOf('users.setPhoto', badPictures),
  ...casesOf('users.lookupByEmail', {
    users_not_found: ({ owner, foreign }, call) => call(owner.token, { email: foreign.owner.email }),
  }),
  ...casesOf('users.conversations', {
    user_not_found: ({ owner }, call) => call(owner.token, { user: never.user }),
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'page 2' }),
    invalid_types: ({ owner }, call) => call(owner.token, { types: 'channels' }),
  }),
  ...casesOf('users.profile.get', {
    user_not_found: ({ owner }, call) => call(owner.token, { user: never.user }),
  }),
  ...casesOf('users.profile.set', {
    user_not_found: ({ owner }, call) => call(owner.token, { user: never.user, name: 'title', value: 'x' }),
    invalid_profile: ({ member }, call) => call(member.token, { profile: { title: 7 } }),
    too_long: ({ member }, call) => call(member.token, { name: 'status_text', value: 'x'.repeat(101) }),
    not_admin: ({ member, owner }, call) =>
      call(member.token, { user: owner.userId, name: 'title', value: 'x' }),
    cannot_update_admin_user: async ({ workspace, owner }, call) => {
      const admin = await join(workspace, { role: 'admin' });
      return call(admin.token, { user: owner.userId, name: 'title', value: 'x' });
    },
    reserved_name: ({ member }, call) => call(member.token, { name: 'display_name', value: 'channel' }),
    must_clear_both_status_text_and_status_emoji: async ({ member, ask }, call) => {
      const profile = { status_text: 'away', status_emoji: ':palm_tree:' };
      await ask('users.profile.set', member.token, { profile });
      return call(member.token, { name: 'status_text', value: '' });
    },
  }),
];
