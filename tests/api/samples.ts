import type { Arguments } from '../../dev/client.ts';
import { lastMailId, waitForCode } from '../../dev/outbox-client.ts';
import { methods, type MethodName } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { dataUrl, png } from '../support/pictures.ts';
import { unique } from '../support/workspace.ts';
import type { RawArguments } from './ask-raw.ts';
import type { World } from './world.ts';

interface Sample<Name extends MethodName> {
  /** Arguments with which the call succeeds, each time that it is made with new ones. */
  readonly args: (world: World) => Arguments<Name> | Promise<Arguments<Name>>;
  /** Whose call it is, where the owner’s will not do. */
  readonly token?: (world: World) => Promise<string>;
}

const bookmark = { title: 'a page', type: 'link', link: 'https://example.com/' };
async function newBookmark({ ask, owner, newChannel }: World) {
  const channel_id = await newChannel();
  const added = await ask('bookmarks.add', owner.token, { channel_id, ...bookmark });
  return { channel_id, bookmark_id: added.bookmark.id };
}

/**
 * For each method a call that succeeds. A method that is added to protocol/methods needs one:
 * tests/api/every-method.test.ts fails until then, and then tries with it what every method owes.
 */
const samples: { readonly [Name in MethodName]?: Sample<Name> } = {
  'account.get': { args: () => ({}) },
  'account.requestCode': { args: () => ({ email: newEmail() }) },
  'account.signIn': {
    args: async ({ house, ask }) => {
      const email = newEmail();
      const before = await lastMailId(house, email);
      await ask('account.requestCode', undefined, { email });
      return { email, code: await waitForCode(house, email, before) };
    },
  },
  'account.sessions.list': { args: () => ({}) },
  'account.sessions.revoke': {
    args: async ({ house, ask, owner, workspace }) => {
      const { email } = owner;
      const before = await lastMailId(house, email);
      await ask('account.requestCode', undefined, { email });
      await ask('account.signIn', undefined, { email, code: await waitForCode(house, email, before) });
      const { sessions } = await ask('account.sessions.list', workspace.accountToken, {});
      return { session_id: sessions.findLast(({ is_current: isCurrent }) => !isCurrent)?.id ?? '' };
    },
  },
  'account.setPassword': {
    args: () => ({ password: 'correct horse battery' }),
    token: ({ newAccount }) => newAccount(),
  },
  'account.signOut': { args: () => ({}), token: ({ newAccount }) => newAccount() },
  'admin.emoji.add': { args: () => ({ name: unique('emoji'), url: dataUrl(png(8)) }) },
  'admin.emoji.addAlias': { args: () => ({ name: unique('emoji'), alias_for: 'tada' }) },
  'admin.emoji.list': { args: () => ({ limit: 2 }) },
  'admin.emoji.remove': { args: async ({ newEmoji }) => ({ name: await newEmoji() }) },
  'admin.emoji.rename': {
    args: async ({ newEmoji }) => ({ name: await newEmoji(), new_name: unique('emoji') }),
  },
  'admin.users.remove': { args: (world) => newNamed(world) },
  'admin.users.setAdmin': { args: (world) => newNamed(world) },
  'admin.users.setOwner': { args: (world) => newNamed(world) },
  'admin.users.setRegular': { args: (world) => newNamed(world) },
  'api.test': { args: () => ({ foo: 'bar' }) },
  'auth.revoke': { args: () => ({ test: true }) },
  'auth.test': { args: () => ({}) },
  'team.preferences.list': { args: () => ({}) },
  'workspaces.setRules': { args: () => ({ msg_edit_window_mins: -1, allow_message_deletion: true }) },
  'bots.info': { args: ({ bot }) => ({ bot: bot.id }) },
  'bots.create': { args: () => ({ name: unique('bot') }) },
  'channels.setLevel': { args: ({ general }) => ({ channel: general, level: 'mentions' }) },
  'channels.setMute': { args: ({ general }) => ({ channel: general, muted: false }) },
  'chat.delete': {
    args: async ({ general, newMessage }) => ({ channel: general, ts: await newMessage(general) }),
  },
  'chat.deleteScheduledMessage': {
    args: async ({ ask, owner, general }) => {
      const args = { channel: general, text: 'later', post_at: inTheFuture() };
      const { scheduled_message_id } = await ask('chat.scheduleMessage', owner.token, args);
      return { channel: general, scheduled_message_id };
    },
  },
  'chat.postMessage': { args: ({ general }) => ({ channel: general, text: 'words' }) },
  'chat.scheduledMessages.list': {
    args: async ({ ask, owner, general }) => {
      const args = { channel: general, text: 'later', post_at: inTheFuture() };
      await ask('chat.scheduleMessage', owner.token, args);
      return { channel: general, oldest: 0, limit: 2 };
    },
  },
  'chat.scheduleMessage': {
    args: ({ general }) => ({ channel: general, text: 'later', post_at: inTheFuture() }),
  },
  'chat.update': {
    args: async ({ general, newMessage }) => ({
      channel: general,
      ts: await newMessage(general),
      text: 'other words',
    }),
  },
  'conversations.archive': { args: async ({ newChannel }) => ({ channel: await newChannel() }) },
  'conversations.close': {
    args: async ({ ask, owner, newPerson }) => {
      const users = [(await newPerson()).userId];
      return { channel: (await ask('conversations.open', owner.token, { users })).channel.id };
    },
  },
  'conversations.create': { args: () => ({ name: unique('room') }) },
  'conversations.history': { args: ({ general }) => ({ channel: general, limit: 3 }) },
  'conversations.info': { args: ({ general }) => ({ channel: general, include_num_members: true }) },
  'conversations.invite': {
    args: async ({ newChannel, member }) => ({ channel: await newChannel(), users: [member.userId] }),
  },
  'conversations.join': { args: async ({ newChannel }) => ({ channel: await newChannel() }) },
  'conversations.kick': {
    args: async ({ newChannel, member }) => ({
      channel: await newChannel({ people: [member.userId] }),
      user: member.userId,
    }),
  },
  'conversations.leave': { args: async ({ newChannel }) => ({ channel: await newChannel() }) },
  'conversations.list': { args: () => ({ types: 'public_channel,private_channel', limit: 2 }) },
  'conversations.mark': {
    args: async ({ general, newMessage }) => ({ channel: general, ts: await newMessage(general) }),
  },
  'conversations.members': { args: ({ general }) => ({ channel: general }) },
  'conversations.open': {
    args: async ({ newPerson }) => ({ users: [(await newPerson()).userId], return_im: true }),
  },
  'pins.add': {
    args: async ({ newChannel, newMessage }) => {
      const channel = await newChannel();
      return { channel, timestamp: await newMessage(channel) };
    },
  },
  'pins.remove': {
    args: async ({ ask, owner, newChannel, newMessage }) => {
      const channel = await newChannel();
      const pinned = { channel, timestamp: await newMessage(channel) };
      await ask('pins.add', owner.token, pinned);
      return pinned;
    },
  },
  'pins.list': { args: ({ general }) => ({ channel: general }) },
  'bookmarks.add': { args: async ({ newChannel }) => ({ channel_id: await newChannel(), ...bookmark }) },
  'bookmarks.edit': {
    args: async (world) => ({ ...(await newBookmark(world)), title: 'another title' }),
  },
  'bookmarks.remove': { args: newBookmark },
  'bookmarks.list': { args: ({ general }) => ({ channel_id: general }) },
  'conversations.rename': {
    args: async ({ newChannel }) => ({ channel: await newChannel(), name: unique('new') }),
  },
  'conversations.unarchive': {
    args: async ({ newChannel }) => ({ channel: await newChannel({ isArchived: true }) }),
  },
  'admin.conversations.archive': { args: async ({ newChannel }) => ({ channel_id: await newChannel() }) },
  'admin.conversations.unarchive': {
    args: async ({ newChannel }) => ({ channel_id: await newChannel({ isArchived: true }) }),
  },
  'admin.conversations.convertToPrivate': {
    args: async ({ newChannel }) => ({ channel_id: await newChannel() }),
  },
  'admin.conversations.convertToPublic': {
    args: async ({ ask, owner }) => {
      const { channel } = await ask('conversations.create', owner.token, {
        name: unique('private'),
        is_private: true,
      });
      return { channel_id: channel.id };
    },
  },
  'admin.conversations.delete': { args: async ({ newChannel }) => ({ channel_id: await newChannel() }) },
  'admin.conversations.rename': {
    args: async ({ newChannel }) => ({ channel_id: await newChannel(), name: unique('new') }),
  },
  'chat.meMessage': { args: ({ general }) => ({ channel: general, text: 'waves' }) },
  'chat.postEphemeral': {
    args: ({ general, member }) => ({ channel: general, user: member.userId, text: 'between us' }),
  },
  'chat.getPermalink': {
    args: async ({ general, newMessage }) => ({ channel: general, message_ts: await newMessage(general) }),
  },
  'conversations.setPurpose': { args: ({ general }) => ({ channel: general, purpose: unique('why') }) },
  'conversations.setTopic': { args: ({ general }) => ({ channel: general, topic: unique('what') }) },
  'conversations.replies': {
    args: async ({ general, newMessage }) => ({ channel: general, ts: await newMessage(general) }),
  },
  'emoji.list': { args: () => ({ include_categories: true }) },
  'gateway.connect': { args: () => ({}) },
  'invitations.accept': {
    args: async ({ ask, owner }) => ({
      secret: (await ask('invitations.create', owner.token, {})).secret,
      email: newEmail(),
      real_name: 'Nora New',
      password: 'correct horse battery',
    }),
  },
  'invitations.create': { args: ({ guestRoom }) => ({ role: 'guest', channel_ids: [guestRoom] }) },
  'invitations.get': {
    args: async ({ ask, owner }) => ({
      secret: (await ask('invitations.create', owner.token, {})).secret,
    }),
  },
  'invitations.list': { args: () => ({ limit: 2 }) },
  'invitations.revoke': {
    args: async ({ ask, owner }) => ({
      invitation_id: (await ask('invitations.create', owner.token, {})).invitation.id,
    }),
  },
  'members.reactivate': { args: async ({ newPerson }) => ({ user_id: (await newPerson()).userId }) },
  'members.setGuest': {
    args: async ({ newPerson, guestRoom }) => ({
      user_id: (await newPerson()).userId,
      channel_ids: [guestRoom],
    }),
  },
  'reactions.add': {
    args: async ({ general, newMessage }) => ({
      channel: general,
      timestamp: await newMessage(general),
      name: 'tada',
    }),
  },
  'reactions.get': {
    args: async ({ general, newMessage }) => ({ channel: general, timestamp: await newMessage(general) }),
  },
  'reactions.list': { args: ({ member }) => ({ user: member.userId, limit: 2 }) },
  'reactions.remove': {
    args: async ({ ask, owner, general, newMessage }) => {
      const args = { channel: general, timestamp: await newMessage(general), name: 'tada' };
      await ask('reactions.add', owner.token, args);
      return args;
    },
  },
  'deliveries.listFailed': { args: ({ general }) => ({ channel: general }) },
  'deliveries.replay': { args: ({ general }) => ({ channel: general }) },
  'deliveries.discard': { args: ({ general }) => ({ channel: general }) },
  'mentions.list': { args: () => ({ limit: 2 }) },
  'reminders.add': { args: () => ({ text: 'lunch', time: 3_600 }) },
  'reminders.complete': { args: (world) => newReminder(world) },
  'reminders.delete': { args: (world) => newReminder(world) },
  'reminders.info': { args: (world) => newReminder(world) },
  'reminders.list': { args: () => ({}) },
  'scheduledMessages.setTime': {
    args: async ({ ask, owner, general }) => {
      const args = { channel: general, text: 'later', post_at: inTheFuture() };
      const { scheduled_message_id } = await ask('chat.scheduleMessage', owner.token, args);
      return { channel: general, scheduled_message_id, post_at: inTheFuture() };
    },
  },
  'sessions.list': { args: ({ member }) => ({ user_id: member.userId }) },
  'sessions.revoke': {
    args: async ({ ask, owner, newPerson }) => {
      const user_id = (await newPerson()).userId;
      const { sessions } = await ask('sessions.list', owner.token, { user_id });
      return { session_id: sessions[0]?.id ?? '', user_id };
    },
  },
  'stars.add': {
    args: async ({ general, newMessage }) => ({ channel: general, timestamp: await newMessage(general) }),
  },
  'stars.list': { args: () => ({ count: 2 }) },
  'stars.remove': {
    args: async ({ ask, owner, general, newMessage }) => {
      const args = { channel: general, timestamp: await newMessage(general) };
      await ask('stars.add', owner.token, args);
      return args;
    },
  },
  'client.prefs.get': { args: () => ({}) },
  'client.prefs.set': { args: () => ({ prefs: { send_by: 'enter' } }) },
  'team.info': { args: ({ workspace }) => ({ team: workspace.teamId }) },
  'threads.follow': {
    args: async ({ general, newMessage }) => ({ channel: general, thread_ts: await newMessage(general) }),
  },
  'threads.list': { args: () => ({ limit: 2 }) },
  'threads.mark': {
    args: async ({ general, newMessage }) => {
      const ts = await newMessage(general);
      return { channel: general, thread_ts: ts, ts };
    },
  },
  'threads.unfollow': {
    args: async ({ general, newMessage }) => ({ channel: general, thread_ts: await newMessage(general) }),
  },
  'tokens.create': {
    args: ({ bot }) => ({ kind: 'bot', name: 'token', scopes: ['chat:write'], bot_id: bot.id }),
  },
  'tokens.list': { args: ({ bot }) => ({ user_id: bot.userId }) },
  'tokens.revoke': {
    args: async ({ ask, owner }) => {
      const args = { kind: 'user' as const, name: 'token', scopes: ['chat:write'] };
      return { token_id: (await ask('tokens.create', owner.token, args)).token_id };
    },
  },
  'usergroups.create': { args: () => ({ name: unique('group'), include_count: true }) },
  'usergroups.disable': { args: (world) => newUsergroup(world) },
  'usergroups.enable': { args: (world) => newUsergroup(world) },
  'usergroups.list': { args: () => ({ include_users: true, include_disabled: true }) },
  'usergroups.update': { args: async (world) => ({ ...(await newUsergroup(world)), description: 'words' }) },
  'usergroups.users.list': { args: (world) => newUsergroup(world) },
  'usergroups.users.update': {
    args: async (world) => ({ ...(await newUsergroup(world)), users: [world.owner.userId] }),
  },
  'users.conversations': { args: ({ member }) => ({ user: member.userId }) },
  'users.deletePhoto': { args: () => ({}) },
  'users.info': { args: ({ member }) => ({ user: member.userId }) },
  'users.list': { args: () => ({ limit: 2 }) },
  'users.lookupByEmail': { args: ({ member }) => ({ email: member.email.toUpperCase() }) },
  'users.profile.get': { args: ({ member }) => ({ user: member.userId }) },
  'users.profile.set': { args: ({ member }) => ({ user: member.userId, name: 'title', value: 'Boss' }) },
  'users.setPhoto': { args: () => ({ image: dataUrl(png(40)) }) },
  'workspaces.create': { args: () => ({ name: unique('Another'), real_name: 'Olive Owner' }) },
  'workspaces.deleteIcon': { args: () => ({}) },
  'workspaces.setIcon': { args: () => ({ image: dataUrl(png(40)) }) },
  'workspaces.setName': { args: () => ({ name: unique('Renamed') }) },
  'workspaces.signUpPolicy': { args: () => ({}) },
  'workspaces.enter': { args: ({ workspace }) => ({ team_id: workspace.teamId }) },
};

export const hasSample = (method: MethodName): boolean => samples[method] !== undefined;

export async function sampleOf(
  world: World,
  method: MethodName,
): Promise<{ readonly args: RawArguments; readonly token: string | undefined }> {
  // The table ties a name to its arguments, which the compiler cannot follow over a union of names.
  const sample = samples[method] as Sample<'api.test'> | undefined;
  if (sample === undefined) throw new Error(`tests/api/samples.ts has no call of ${method}`);
  const [args, token] = await Promise.all([
    sample.args(world),
    sample.token?.(world) ?? usualToken(world, method),
  ]);
  return { args: { ...args }, token };
}

function usualToken({ workspace, owner }: World, method: MethodName): string | undefined {
  const { tokens }: MethodContract = methods[method];
  if (tokens.includes('none')) return undefined;
  return tokens.includes('account') ? workspace.accountToken : owner.token;
}

const newNamed = async ({ workspace, newPerson }: World) => ({
  team_id: workspace.teamId,
  user_id: (await newPerson()).userId,
});

const newUsergroup = async (world: World) => ({ usergroup: (await world.newUsergroup()).id });

const newEmail = (): string => `${unique('mail')}@test.example`;

/** Each another minute: thirty in five minutes are as many as one may schedule. */
let later = 0;
const inTheFuture = (): number => Math.floor(Date.now() / 1_000) + 3_600 + (later += 60);

const newReminder = async ({ ask, owner }: World) => ({
  reminder: (await ask('reminders.add', owner.token, { text: 'lunch', time: 3_600 })).reminder.id,
});
