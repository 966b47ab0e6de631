import type { MethodName } from '../../protocol/methods.ts';
import type { Handler } from './handler.ts';
import { accountGet } from './methods/account/get.ts';
import { accountRequestCode } from './methods/account/requestCode.ts';
import { accountSessionsList } from './methods/account/sessions/list.ts';
import { accountSessionsRevoke } from './methods/account/sessions/revoke.ts';
import { accountSetPassword } from './methods/account/setPassword.ts';
import { accountSignIn } from './methods/account/signIn.ts';
import { accountSignOut } from './methods/account/signOut.ts';
import { adminEmojiAdd } from './methods/admin/emoji/add.ts';
import { adminEmojiAddAlias } from './methods/admin/emoji/addAlias.ts';
import { adminEmojiList } from './methods/admin/emoji/list.ts';
import { adminEmojiRemove } from './methods/admin/emoji/remove.ts';
import { adminEmojiRename } from './methods/admin/emoji/rename.ts';
import { adminConversationsArchive } from './methods/admin/conversations/archive.ts';
import { adminConversationsConvertToPrivate } from './methods/admin/conversations/convertToPrivate.ts';
import { adminConversationsConvertToPublic } from './methods/admin/conversations/convertToPublic.ts';
import { adminConversationsDelete } from './methods/admin/conversations/delete.ts';
import { adminConversationsRename } from './methods/admin/conversations/rename.ts';
import { adminConversationsUnarchive } from './methods/admin/conversations/unarchive.ts';
import { adminUsersRemove } from './methods/admin/users/remove.ts';
import { adminUsersSetAdmin } from './methods/admin/users/setAdmin.ts';
import { adminUsersSetOwner } from './methods/admin/users/setOwner.ts';
import { adminUsersSetRegular } from './methods/admin/users/setRegular.ts';
import { apiTest } from './methods/api/test.ts';
import { authRevoke } from './methods/auth/revoke.ts';
import { authTest } from './methods/auth/test.ts';
import { bookmarksAdd } from './methods/bookmarks/add.ts';
import { bookmarksEdit } from './methods/bookmarks/edit.ts';
import { bookmarksList } from './methods/bookmarks/list.ts';
import { bookmarksRemove } from './methods/bookmarks/remove.ts';
import { mentionsList } from './methods/mentions/list.ts';
import { pinsAdd } from './methods/pins/add.ts';
import { deliveriesDiscard } from './methods/deliveries/discard.ts';
import { deliveriesListFailed } from './methods/deliveries/listFailed.ts';
import { deliveriesReplay } from './methods/deliveries/replay.ts';
import { pinsList } from './methods/pins/list.ts';
import { pinsRemove } from './methods/pins/remove.ts';
import { botsCreate } from './methods/bots/create.ts';
import { botsInfo } from './methods/bots/info.ts';
import { channelsSetLevel } from './methods/channels/setLevel.ts';
import { channelsSetMute } from './methods/channels/setMute.ts';
import { chatDelete } from './methods/chat/delete.ts';
import { chatDeleteScheduledMessage } from './methods/chat/deleteScheduledMessage.ts';
import { chatGetPermalink } from './methods/chat/getPermalink.ts';
import { chatMeMessage } from './methods/chat/meMessage.ts';
import { chatPostEphemeral } from './methods/chat/postEphemeral.ts';
import { chatPostMessage } from './methods/chat/postMessage.ts';
import { chatScheduledMessagesList } from './methods/chat/scheduledMessages/list.ts';
import { chatScheduleMessage } from './methods/chat/scheduleMessage.ts';
import { chatUpdate } from './methods/chat/update.ts';
import { clientPrefsGet } from './methods/client/prefs/get.ts';
import { clientPrefsSet } from './methods/client/prefs/set.ts';
import { conversationsArchive } from './methods/conversations/archive.ts';
import { conversationsClose } from './methods/conversations/close.ts';
import { conversationsCreate } from './methods/conversations/create.ts';
import { conversationsHistory } from './methods/conversations/history.ts';
import { conversationsInfo } from './methods/conversations/info.ts';
import { conversationsInvite } from './methods/conversations/invite.ts';
import { conversationsJoin } from './methods/conversations/join.ts';
import { conversationsKick } from './methods/conversations/kick.ts';
import { conversationsLeave } from './methods/conversations/leave.ts';
import { conversationsList } from './methods/conversations/list.ts';
import { conversationsMark } from './methods/conversations/mark.ts';
import { conversationsMembers } from './methods/conversations/members.ts';
import { conversationsOpen } from './methods/conversations/open.ts';
import { conversationsRename } from './methods/conversations/rename.ts';
import { conversationsReplies } from './methods/conversations/replies.ts';
import { conversationsSetPurpose } from './methods/conversations/setPurpose.ts';
import { conversationsSetTopic } from './methods/conversations/setTopic.ts';
import { emojiList } from './methods/emoji/list.ts';
import { conversationsUnarchive } from './methods/conversations/unarchive.ts';
import { gatewayConnect } from './methods/gateway/connect.ts';
import { invitationsAccept } from './methods/invitations/accept.ts';
import { invitationsCreate } from './methods/invitations/create.ts';
import { invitationsGet } from './methods/invitations/get.ts';
import { invitationsList } from './methods/invitations/list.ts';
import { invitationsRevoke } from './methods/invitations/revoke.ts';
import { membersReactivate } from './methods/members/reactivate.ts';
import { membersSetGuest } from './methods/members/setGuest.ts';
import { reactionsAdd } from './methods/reactions/add.ts';
import { reactionsGet } from './methods/reactions/get.ts';
import { reactionsList } from './methods/reactions/list.ts';
import { reactionsRemove } from './methods/reactions/remove.ts';
import { remindersAdd } from './methods/reminders/add.ts';
import { remindersComplete } from './methods/reminders/complete.ts';
import { remindersDelete } from './methods/reminders/delete.ts';
import { remindersInfo } from './methods/reminders/info.ts';
import { remindersList } from './methods/reminders/list.ts';
import { scheduledMessagesSetTime } from './methods/scheduledMessages/setTime.ts';
import { sessionsList } from './methods/sessions/list.ts';
import { sessionsRevoke } from './methods/sessions/revoke.ts';
import { starsAdd } from './methods/stars/add.ts';
import { starsList } from './methods/stars/list.ts';
import { starsRemove } from './methods/stars/remove.ts';
import { teamPreferencesList } from './methods/team/preferences/list.ts';
import { teamInfo } from './methods/team/info.ts';
import { threadsFollow } from './methods/threads/follow.ts';
import { threadsList } from './methods/threads/list.ts';
import { threadsMark } from './methods/threads/mark.ts';
import { threadsUnfollow } from './methods/threads/unfollow.ts';
import { tokensCreate } from './methods/tokens/create.ts';
import { tokensList } from './methods/tokens/list.ts';
import { tokensRevoke } from './methods/tokens/revoke.ts';
import { usergroupsCreate } from './methods/usergroups/create.ts';
import { usergroupsDisable } from './methods/usergroups/disable.ts';
import { usergroupsEnable } from './methods/usergroups/enable.ts';
import { usergroupsList } from './methods/usergroups/list.ts';
import { usergroupsUpdate } from './methods/usergroups/update.ts';
import { usergroupsUsersList } from './methods/usergroups/users/list.ts';
import { usergroupsUsersUpdate } from './methods/usergroups/users/update.ts';
import { usersConversations } from './methods/users/conversations.ts';
import { usersDeletePhoto } from './methods/users/deletePhoto.ts';
import { usersInfo } from './methods/users/info.ts';
import { usersList } from './methods/users/list.ts';
import { usersLookupByEmail } from './methods/users/lookupByEmail.ts';
import { usersProfileGet } from './methods/users/profile/get.ts';
import { usersProfileSet } from './methods/users/profile/set.ts';
import { usersSetPhoto } from './methods/users/setPhoto.ts';
import { workspacesCreate } from './methods/workspaces/create.ts';
import { workspacesDeleteIcon } from './methods/workspaces/deleteIcon.ts';
import { workspacesEnter } from './methods/workspaces/enter.ts';
import { workspacesSetIcon } from './methods/workspaces/setIcon.ts';
import { workspacesSetName } from './methods/workspaces/setName.ts';
import { workspacesSetRules } from './methods/workspaces/setRules.ts';
import { workspacesSignUpPolicy } from './methods/workspaces/signUpPolicy.ts';

/** One handler for each row of the table: a missing one does not compile. */
export const handlers: { readonly [Name in MethodName]: Handler<Name> } = {
  'account.get': accountGet,
  'account.requestCode': accountRequestCode,
  'account.sessions.list': accountSessionsList,
  'account.sessions.revoke': accountSessionsRevoke,
  'account.setPassword': accountSetPassword,
  'account.signIn': accountSignIn,
  'account.signOut': accountSignOut,
  'admin.emoji.add': adminEmojiAdd,
  'admin.emoji.addAlias': adminEmojiAddAlias,
  'admin.emoji.list': adminEmojiList,
  'admin.emoji.remove': adminEmojiRemove,
  'admin.emoji.rename': adminEmojiRename,
  'admin.conversations.archive': adminConversationsArchive,
  'admin.conversations.convertToPrivate': adminConversationsConvertToPrivate,
  'admin.conversations.convertToPublic': adminConversationsConvertToPublic,
  'admin.conversations.delete': adminConversationsDelete,
  'admin.conversations.rename': adminConversationsRename,
  'admin.conversations.unarchive': adminConversationsUnarchive,
  'admin.users.remove': adminUsersRemove,
  'admin.users.setAdmin': adminUsersSetAdmin,
  'admin.users.setOwner': adminUsersSetOwner,
  'admin.users.setRegular': adminUsersSetRegular,
  'api.test': apiTest,
  'auth.revoke': authRevoke,
  'auth.test': authTest,
  'bookmarks.add': bookmarksAdd,
  'bookmarks.edit': bookmarksEdit,
  'bookmarks.list': bookmarksList,
  'bookmarks.remove': bookmarksRemove,
  'deliveries.listFailed': deliveriesListFailed,
  'deliveries.replay': deliveriesReplay,
  'deliveries.discard': deliveriesDiscard,
  'mentions.list': mentionsList,
  'pins.add': pinsAdd,
  'pins.list': pinsList,
  'pins.remove': pinsRemove,
  'bots.create': botsCreate,
  'bots.info': botsInfo,
  'channels.setLevel': channelsSetLevel,
  'channels.setMute': channelsSetMute,
  'chat.delete': chatDelete,
  'chat.deleteScheduledMessage': chatDeleteScheduledMessage,
  'chat.getPermalink': chatGetPermalink,
  'chat.meMessage': chatMeMessage,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.scheduledMessages.list': chatScheduledMessagesList,
  'chat.scheduleMessage': chatScheduleMessage,
  'chat.update': chatUpdate,
  'client.prefs.get': clientPrefsGet,
  'client.prefs.set': clientPrefsSet,
  'conversations.archive': conversationsArchive,
  'conversations.close': conversationsClose,
  'conversations.create': conversationsCreate,
  'conversations.history': conversationsHistory,
  'conversations.info': conversationsInfo,
  'conversations.invite': conversationsInvite,
  'conversations.join': conversationsJoin,
  'conversations.kick': conversationsKick,
  'conversations.leave': conversationsLeave,
  'conversations.list': conversationsList,
  'conversations.mark': conversationsMark,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.rename': conversationsRename,
  'conversations.replies': conversationsReplies,
  'conversations.setPurpose': conversationsSetPurpose,
  'conversations.setTopic': conversationsSetTopic,
  'emoji.list': emojiList,
  'conversations.unarchive': conversationsUnarchive,
  'gateway.connect': gatewayConnect,
  'invitations.accept': invitationsAccept,
  'invitations.create': invitationsCreate,
  'invitations.get': invitationsGet,
  'invitations.list': invitationsList,
  'invitations.revoke': invitationsRevoke,
  'members.reactivate': membersReactivate,
  'members.setGuest': membersSetGuest,
  'reactions.add': reactionsAdd,
  'reactions.get': reactionsGet,
  'reactions.list': reactionsList,
  'reactions.remove': reactionsRemove,
  'reminders.add': remindersAdd,
  'reminders.complete': remindersComplete,
  'reminders.delete': remindersDelete,
  'reminders.info': remindersInfo,
  'reminders.list': remindersList,
  'scheduledMessages.setTime': scheduledMessagesSetTime,
  'sessions.list': sessionsList,
  'sessions.revoke': sessionsRevoke,
  'stars.add': starsAdd,
  'stars.list': starsList,
  'stars.remove': starsRemove,
  'team.info': teamInfo,
  'team.preferences.list': teamPreferencesList,
  'threads.follow': threadsFollow,
  'threads.list': threadsList,
  'threads.mark': threadsMark,
  'threads.unfollow': threadsUnfollow,
  'tokens.create': tokensCreate,
  'tokens.list': tokensList,
  'tokens.revoke': tokensRevoke,
  'usergroups.create': usergroupsCreate,
  'usergroups.disable': usergroupsDisable,
  'usergroups.enable': usergroupsEnable,
  'usergroups.list': usergroupsList,
  'usergroups.update': usergroupsUpdate,
  'usergroups.users.list': usergroupsUsersList,
  'usergroups.users.update': usergroupsUsersUpdate,
  'users.conversations': usersConversations,
  'users.deletePhoto': usersDeletePhoto,
  'users.info': usersInfo,
  'users.list': usersList,
  'users.lookupByEmail': usersLookupByEmail,
  'users.profile.get': usersProfileGet,
  'users.profile.set': usersProfileSet,
  'users.setPhoto': usersSetPhoto,
  'workspaces.create': workspacesCreate,
  'workspaces.deleteIcon': workspacesDeleteIcon,
  'workspaces.enter': workspacesEnter,
  'workspaces.setIcon': workspacesSetIcon,
  'workspaces.setName': workspacesSetName,
  'workspaces.setRules': workspacesSetRules,
  'workspaces.signUpPolicy': workspacesSignUpPolicy,
};
