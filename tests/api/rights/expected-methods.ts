import type { Family } from './family.ts';

/**
 * What each method answers to whom, written by hand (words.ts says which code each word stands for, columns.ts who is
 * meant; the guest, bot, member, admin and owner are in the channel that a row is about unless it says “from outside”).
 * `-`: nothing to try. The first row of a method is about a public channel, or somebody else who is a member.
 */
export const methodFamilies: readonly Family[] = [
  {
    title: 'Messages and reactions',
    table: `
                                                      │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  chat.postMessage                                    │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  chat.postMessage · private                          │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  chat.postMessage · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.postMessage · direct messages of others        │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.postMessage · to a person                      │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  chat.postMessage · to a private channel by its name │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.update                                         │ noauth    revoked   kind      scope     │ hidden    outside   │ noedit    hidden    noedit    │ noedit    noedit    noedit
  chat.update · one’s own                             │ -         -         -         -         │ -         -         │ ok        -         ok        │ ok        ok        ok
  chat.update · private, from outside                 │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.delete                                         │ noauth    revoked   kind      scope     │ hidden    outside   │ nodelete  hidden    nodelete  │ nodelete  ok        ok
  chat.delete · one’s own                             │ -         -         -         -         │ -         -         │ ok        -         ok        │ ok        ok        ok
  chat.delete · private                               │ noauth    revoked   kind      scope     │ hidden    hidden    │ nodelete  hidden    nodelete  │ nodelete  ok        ok
  chat.delete · private, from outside                 │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.delete · direct messages of others             │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.scheduleMessage                                │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  chat.scheduleMessage · private                      │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  chat.scheduleMessage · private, from outside        │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.scheduleMessage · direct messages of others    │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.deleteScheduledMessage                         │ noauth    revoked   kind      scope     │ hidden    noplan    │ noplan    hidden    noplan    │ noplan    noplan    noplan
  chat.deleteScheduledMessage · one’s own             │ -         -         -         -         │ -         -         │ ok        -         ok        │ ok        ok        ok
  chat.deleteScheduledMessage · private, from outside │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  scheduledMessages.setTime                           │ noauth    revoked   kind      scope     │ hidden    noplan    │ noplan    hidden    noplan    │ noplan    noplan    noplan
  scheduledMessages.setTime · one’s own               │ -         -         -         -         │ -         -         │ ok        -         ok        │ ok        ok        ok
  scheduledMessages.setTime · private, from outside   │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.scheduledMessages.list                         │ noauth    revoked   kind      -         │ nochannel ok        │ ok        nochannel ok        │ ok        ok        ok
  chat.scheduledMessages.list · private, from outside │ noauth    revoked   kind      -         │ nochannel nochannel │ nochannel nochannel nochannel │ nochannel nochannel nochannel
  chat.meMessage                                      │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  chat.meMessage · private, from outside              │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.postEphemeral                                  │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  chat.postEphemeral · private, from outside          │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.postEphemeral · direct messages of others      │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.getPermalink                                   │ noauth    revoked   kind      -         │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  chat.getPermalink · private, from outside           │ noauth    revoked   kind      -         │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  chat.getPermalink · direct messages of others       │ noauth    revoked   kind      -         │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  pins.add                                            │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  pins.add · private                                  │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  pins.add · private, from outside                    │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  pins.add · direct messages of others                │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  pins.remove                                         │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  pins.remove · private                               │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  pins.remove · private, from outside                 │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  pins.remove · direct messages of others             │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  pins.list                                           │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  pins.list · public, from outside                    │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    outside   │ ok        ok        ok
  pins.list · private, from outside                   │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  pins.list · direct messages of others               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.add                                       │ noauth    revoked   kind      scope     │ hidden    denied    │ ok        hidden    ok        │ ok        ok        ok
  bookmarks.add · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.add · direct messages of others           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.edit                                      │ noauth    revoked   kind      scope     │ hidden    denied    │ ok        hidden    ok        │ ok        ok        ok
  bookmarks.edit · private, from outside              │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.edit · direct messages of others          │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.remove                                    │ noauth    revoked   kind      scope     │ hidden    denied    │ ok        hidden    ok        │ ok        ok        ok
  bookmarks.remove · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.remove · direct messages of others        │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  bookmarks.list                                      │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  bookmarks.list · private, from outside              │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  reactions.add                                       │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  reactions.add · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  reactions.remove                                    │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  reactions.remove · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  reactions.get                                       │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  reactions.get · public, from outside                │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    outside   │ ok        ok        ok
  reactions.get · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  reactions.get · direct messages of others           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  reactions.list                                      │ noauth    revoked   kind      scope     │ nobody    ok        │ ok        nobody    ok        │ ok        ok        ok
  reactions.list · public, from outside               │ -         -         -         -         │ -         listed    │ unlisted  nobody    unlisted  │ listed    listed    listed
  reactions.list · private                            │ -         -         -         -         │ -         unlisted  │ listed    nobody    listed    │ listed    listed    listed
  reactions.list · private, from outside              │ -         -         -         -         │ -         unlisted  │ unlisted  nobody    unlisted  │ unlisted  unlisted  unlisted
    `,
  },
  {
    title: 'Channels',
    table: `
                                                           │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  conversations.create                                     │ noauth    revoked   kind      scope     │ -         ok        │ role      role      ok        │ ok        ok        ok
  conversations.list                                       │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  conversations.list · a public channel, from outside      │ noauth    revoked   kind      scope     │ -         listed    │ unlisted  unlisted  listed    │ listed    listed    listed
  conversations.list · a private channel, from outside     │ noauth    revoked   kind      scope     │ -         unlisted  │ unlisted  unlisted  unlisted  │ unlisted  unlisted  unlisted
  conversations.info                                       │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  conversations.info · public, from outside                │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    ok        │ ok        ok        ok
  conversations.info · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.info · direct messages of others           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.history                                    │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  conversations.history · public, from outside             │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    outside   │ ok        ok        ok
  conversations.history · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.history · direct messages of others        │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.replies                                    │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  conversations.replies · public, from outside             │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    outside   │ ok        ok        ok
  conversations.replies · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.replies · direct messages of others        │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.members                                    │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  conversations.members · public, from outside             │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    ok        │ ok        ok        ok
  conversations.members · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.members · direct messages of others        │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.mark                                       │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  conversations.mark · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.join                                       │ noauth    revoked   kind      scope     │ hidden    ok        │ hidden    hidden    ok        │ ok        ok        ok
  conversations.join · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.leave                                      │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  conversations.leave · private, from outside              │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.leave · direct messages of others          │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.invite                                     │ noauth    revoked   kind      scope     │ hidden    outside   │ guest     hidden    ok        │ ok        ok        ok
  conversations.invite · private                           │ noauth    revoked   kind      scope     │ hidden    hidden    │ guest     hidden    ok        │ ok        ok        ok
  conversations.invite · private, from outside             │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.invite · somebody of another workspace     │ -         -         -         -         │ -         -         │ guest     -         nobody    │ nobody    nobody    nobody
  conversations.kick                                       │ noauth    revoked   kind      scope     │ hidden    outside   │ role      hidden    role      │ role      ok        ok
  conversations.kick · from a public channel that one made │ -         -         -         -         │ -         -         │ -         -         ok        │ ok        ok        ok
  conversations.kick · private                             │ noauth    revoked   kind      scope     │ hidden    hidden    │ role      hidden    ok        │ ok        ok        ok
  conversations.kick · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.archive                                    │ noauth    revoked   kind      scope     │ hidden    outside   │ role      hidden    ok        │ ok        ok        ok
  conversations.archive · private                          │ noauth    revoked   kind      scope     │ hidden    hidden    │ role      hidden    ok        │ ok        ok        ok
  conversations.archive · private, from outside            │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.unarchive                                  │ noauth    revoked   kind      scope     │ hidden    ok        │ role      hidden    ok        │ ok        ok        ok
  conversations.unarchive · private                        │ noauth    revoked   kind      scope     │ hidden    hidden    │ role      hidden    ok        │ ok        ok        ok
  conversations.unarchive · private, from outside          │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.rename                                     │ noauth    revoked   kind      scope     │ hidden    outside   │ norename  hidden    norename  │ norename  ok        ok
  conversations.rename · one’s own                         │ -         -         -         -         │ -         -         │ -         -         ok        │ ok        ok        ok
  conversations.rename · private, from outside             │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.setTopic                                   │ noauth    revoked   kind      scope     │ hidden    outside   │ guest     hidden    ok        │ ok        ok        ok
  conversations.setTopic · private, from outside           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.setTopic · direct messages of others       │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.setPurpose                                 │ noauth    revoked   kind      scope     │ hidden    outside   │ guest     hidden    ok        │ ok        ok        ok
  conversations.setPurpose · private, from outside         │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.setPurpose · direct messages of others     │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  admin.conversations.archive                              │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.archive · public, from outside       │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.archive · private                    │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.archive · private, from outside      │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  admin.conversations.unarchive                            │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.unarchive · public, from outside     │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.unarchive · private                  │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.unarchive · private, from outside    │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  admin.conversations.rename                               │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.rename · public, from outside        │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.rename · private                     │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.rename · private, from outside       │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  admin.conversations.convertToPrivate                     │ noauth    revoked   kind      scope     │ hidden    role      │ role      role      kind      │ role      ok        ok
  admin.conversations.convertToPrivate · public, from outside│ noauth    revoked   kind      scope     │ hidden    role      │ role      role      kind      │ role      ok        ok
  admin.conversations.convertToPrivate · private, from outside│ noauth    revoked   kind      scope     │ hidden    role      │ role      role      kind      │ role      hidden    hidden
  admin.conversations.convertToPublic                      │ noauth    revoked   kind      scope     │ hidden    role      │ role      role      kind      │ role      unfit     unfit
  admin.conversations.convertToPublic · private            │ noauth    revoked   kind      scope     │ hidden    role      │ role      role      kind      │ role      ok        ok
  admin.conversations.convertToPublic · private, from outside│ noauth    revoked   kind      scope     │ hidden    role      │ role      role      kind      │ role      hidden    hidden
  admin.conversations.delete                               │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.delete · public, from outside        │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.delete · private                     │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.conversations.delete · private, from outside       │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  deliveries.listFailed                                    │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  deliveries.listFailed · public, from outside             │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  deliveries.listFailed · private, from outside            │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  deliveries.listFailed · direct messages of others        │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  deliveries.replay                                        │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  deliveries.replay · public, from outside                 │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  deliveries.replay · private, from outside                │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  deliveries.replay · direct messages of others            │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  deliveries.discard                                       │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  deliveries.discard · public, from outside                │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    ok        ok
  deliveries.discard · private, from outside               │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  deliveries.discard · direct messages of others           │ noauth    revoked   kind      scope     │ hidden    admins    │ admins    admins    kind      │ admins    hidden    hidden
  conversations.open                                       │ noauth    revoked   kind      scope     │ nobody    ok        │ ok        stranger  ok        │ ok        ok        ok
  conversations.open · direct messages of others           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  conversations.close                                      │ noauth    revoked   kind      scope     │ hidden    wrong     │ wrong     hidden    wrong     │ wrong     wrong     wrong
  conversations.close · one’s own direct messages          │ -         -         -         -         │ -         ok        │ ok        -         ok        │ ok        ok        ok
  conversations.close · direct messages of others          │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
    `,
  },
  {
    title: 'What one person wants of threads and channels',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  mentions.list                                  │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  threads.list                                   │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  threads.follow                                 │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    kind      │ ok        ok        ok
  threads.follow · private, from outside         │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  threads.unfollow                               │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    kind      │ ok        ok        ok
  threads.unfollow · private, from outside       │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  threads.mark                                   │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    kind      │ ok        ok        ok
  threads.mark · private, from outside           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  channels.setMute                               │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    kind      │ ok        ok        ok
  channels.setMute · private, from outside       │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  channels.setLevel                              │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    kind      │ ok        ok        ok
  channels.setLevel · private, from outside      │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  stars.add                                      │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    kind      │ ok        ok        ok
  stars.add · private, from outside              │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  stars.add · direct messages of others          │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  stars.remove                                   │ noauth    revoked   kind      scope     │ hidden    ok        │ ok        hidden    kind      │ ok        ok        ok
  stars.remove · private, from outside           │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  stars.list                                     │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  reminders.add                                  │ noauth    revoked   kind      scope     │ nobody    ok        │ ok        ok        kind      │ ok        ok        ok
  reminders.list                                 │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  reminders.info                                 │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  reminders.info · another’s                     │ -         -         -         -         │ nomemo    nomemo    │ nomemo    nomemo    kind      │ nomemo    nomemo    nomemo
  reminders.complete                             │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  reminders.complete · another’s                 │ -         -         -         -         │ nomemo    nomemo    │ nomemo    nomemo    kind      │ nomemo    nomemo    nomemo
  reminders.delete                               │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  reminders.delete · another’s                   │ -         -         -         -         │ nomemo    nomemo    │ nomemo    nomemo    kind      │ nomemo    nomemo    nomemo
    `,
  },
  {
    title: 'People',
    table: `
                                                           │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  team.info                                                │ noauth    revoked   kind      scope     │ noteam    ok        │ ok        ok        ok        │ ok        ok        ok
  team.preferences.list                                    │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  users.list                                               │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  users.list · somebody of their channels                  │ noauth    revoked   kind      scope     │ -         listed    │ listed    unlisted  listed    │ listed    listed    listed
  users.list · somebody of other channels                  │ noauth    revoked   kind      scope     │ -         listed    │ unlisted  unlisted  listed    │ listed    listed    listed
  users.info                                               │ noauth    revoked   kind      scope     │ nobody    ok        │ ok        stranger  ok        │ ok        ok        ok
  users.lookupByEmail                                      │ noauth    revoked   kind      scope     │ noone     ok        │ ok        noone     ok        │ ok        ok        ok
  users.conversations                                      │ noauth    revoked   kind      scope     │ nobody    ok        │ ok        nobody    ok        │ ok        ok        ok
  users.conversations · a public channel of theirs         │ noauth    revoked   kind      scope     │ nobody    listed    │ unlisted  nobody    listed    │ listed    listed    listed
  users.conversations · a private channel of theirs        │ noauth    revoked   kind      scope     │ nobody    unlisted  │ unlisted  nobody    unlisted  │ unlisted  unlisted  unlisted
  users.conversations · a private channel that both are in │ noauth    revoked   kind      scope     │ nobody    unlisted  │ listed    nobody    listed    │ listed    listed    listed
  users.profile.get                                        │ noauth    revoked   kind      scope     │ nobody    ok        │ ok        nobody    ok        │ ok        ok        ok
  users.setPhoto                                           │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  client.prefs.get                                         │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  client.prefs.set                                         │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  users.deletePhoto                                        │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  users.profile.set                                        │ noauth    revoked   kind      scope     │ nobody    notadmin  │ notadmin  notadmin  kind      │ notadmin  ok        ok
  users.profile.set · one’s own                            │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  users.profile.set · an admin’s                           │ noauth    revoked   kind      scope     │ nobody    notadmin  │ notadmin  notadmin  kind      │ notadmin  higher    ok
  users.profile.set · an owner’s                           │ noauth    revoked   kind      scope     │ nobody    notadmin  │ notadmin  notadmin  kind      │ notadmin  higher    higher
    `,
  },
  {
    title: 'Custom emoji',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  emoji.list                                     │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  admin.emoji.add                                │ noauth    revoked   kind      scope     │ -         ok        │ admins    admins    kind      │ ok        ok        ok
  admin.emoji.addAlias                           │ noauth    revoked   kind      scope     │ -         ok        │ admins    admins    kind      │ ok        ok        ok
  admin.emoji.remove                             │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
  admin.emoji.remove · one’s own                 │ -         -         -         -         │ -         ok        │ -         -         kind      │ ok        ok        ok
  admin.emoji.rename                             │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
  admin.emoji.rename · one’s own                 │ -         -         -         -         │ -         ok        │ -         -         kind      │ ok        ok        ok
  admin.emoji.list                               │ noauth    revoked   kind      scope     │ -         ok        │ admins    admins    kind      │ ok        ok        ok
    `,
  },
  {
    title: 'User groups',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  usergroups.create                              │ noauth    revoked   kind      scope     │ -         ok        │ denied    denied    ok        │ ok        ok        ok
  usergroups.update                              │ noauth    revoked   kind      scope     │ nogroup   ok        │ denied    denied    ok        │ ok        ok        ok
  usergroups.enable                              │ noauth    revoked   kind      scope     │ nogroup   ok        │ denied    denied    ok        │ ok        ok        ok
  usergroups.disable                             │ noauth    revoked   kind      scope     │ nogroup   ok        │ denied    denied    ok        │ ok        ok        ok
  usergroups.list                                │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  usergroups.users.list                          │ noauth    revoked   kind      scope     │ nogroup   ok        │ ok        ok        ok        │ ok        ok        ok
  usergroups.users.update                        │ noauth    revoked   kind      scope     │ nogroup   ok        │ denied    denied    ok        │ ok        ok        ok
    `,
  },
  {
    title: 'Roles and who may stay',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  admin.users.setOwner                           │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    owners    ok
  admin.users.setAdmin                           │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    owners    ok
  admin.users.setRegular                         │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.users.setRegular · an admin              │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    owners    ok
  admin.users.remove                             │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    ok        ok
  admin.users.remove · an admin                  │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    owners    ok
  admin.users.remove · an owner                  │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    owners    ok
  admin.users.remove · a bot                     │ noauth    revoked   kind      scope     │ noteam    admins    │ admins    admins    kind      │ admins    ok        ok
  members.setGuest                               │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  members.setGuest · an admin                    │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    owners    ok
  members.reactivate                             │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  members.reactivate · an admin                  │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    owners    ok
  workspaces.setRules                            │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
  workspaces.setName                             │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
  workspaces.setIcon                             │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
  workspaces.deleteIcon                          │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
  workspaces.signUpPolicy                        │ noauth    revoked   kind      scope     │ -         admins    │ admins    admins    kind      │ admins    ok        ok
    `,
  },
  {
    title: 'Sessions, tokens, bots and invitations',
    table: `
                                                            │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  auth.test                                                 │ noauth    revoked   kind      -         │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  auth.revoke                                               │ noauth    revoked   kind      -         │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  gateway.connect                                           │ noauth    revoked   kind      -         │ -         ok        │ ok        ok        ok        │ ok        ok        ok
  sessions.list                                             │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  sessions.list · one’s own                                 │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  sessions.list · an admin’s                                │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    owners    ok
  sessions.revoke                                           │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  sessions.revoke · one’s own                               │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  sessions.revoke · an admin’s                              │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    owners    ok
  tokens.list                                               │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  tokens.list · one’s own                                   │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  tokens.list · an admin’s                                  │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    owners    ok
  tokens.revoke                                             │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  tokens.revoke · one’s own                                 │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  tokens.revoke · an admin’s                                │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    owners    ok
  tokens.list · a bot’s                                     │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  tokens.revoke · a bot’s                                   │ noauth    revoked   kind      scope     │ nobody    admins    │ admins    admins    kind      │ admins    ok        ok
  tokens.create                                             │ noauth    revoked   kind      scope     │ nobot     role      │ role      role      kind      │ role      ok        ok
  tokens.create · one’s own                                 │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  bots.create                                               │ noauth    revoked   kind      scope     │ -         role      │ role      role      kind      │ role      ok        ok
  bots.info                                                 │ noauth    revoked   kind      scope     │ nobot     ok        │ ok        ok        ok        │ ok        ok        ok
  invitations.create                                        │ noauth    revoked   kind      scope     │ hidden    ok        │ role      hidden    kind      │ ok        ok        ok
  invitations.create · a guest                              │ noauth    revoked   kind      scope     │ hidden    role      │ role      hidden    kind      │ role      ok        ok
  invitations.create · an admin                             │ noauth    revoked   kind      scope     │ -         role      │ role      role      kind      │ role      role      ok
  invitations.create · an owner                             │ noauth    revoked   kind      scope     │ -         role      │ role      role      kind      │ role      role      ok
  invitations.create · into a private channel, from outside │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    kind      │ hidden    hidden    hidden
  invitations.list                                          │ noauth    revoked   kind      scope     │ -         ok        │ ok        ok        kind      │ ok        ok        ok
  invitations.list · another’s                              │ noauth    revoked   kind      scope     │ -         unlisted  │ unlisted  unlisted  kind      │ unlisted  listed    listed
  invitations.revoke                                        │ noauth    revoked   kind      scope     │ nolink    nolink    │ nolink    nolink    kind      │ nolink    ok        ok
  invitations.revoke · one’s own                            │ -         -         -         -         │ -         ok        │ -         -         kind      │ ok        ok        ok
    `,
  },
  {
    title: 'The account',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  account.get                                    │ noauth    badauth   kind      -         │ -         -         │ -         -         -         │ -         -         ok
  account.sessions.list                          │ noauth    badauth   kind      -         │ -         -         │ -         -         -         │ -         -         ok
  account.setPassword                            │ noauth    badauth   kind      -         │ -         -         │ -         -         -         │ -         -         ok
  account.signOut                                │ noauth    badauth   kind      -         │ -         -         │ -         -         -         │ -         -         ok
  workspaces.create                              │ noauth    badauth   kind      -         │ -         -         │ -         -         -         │ -         -         ok
  account.sessions.revoke                        │ noauth    badauth   kind      -         │ nosession -         │ -         -         -         │ -         -         ok
  workspaces.enter                               │ noauth    badauth   kind      -         │ noteam    -         │ -         -         -         │ -         -         ok
    `,
    heads: { other: 'another account', owner: 'the account itself' },
  },
  {
    title: 'Without a token',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  api.test                                       │ ok        ok        -         -         │ -         -         │ -         -         -         │ -         -         -
  account.requestCode                            │ ok        ok        -         -         │ -         -         │ -         -         -         │ -         -         -
  account.signIn                                 │ ok        ok        -         -         │ -         -         │ -         -         -         │ -         -         -
  invitations.get                                │ ok        ok        -         -         │ -         -         │ -         -         -         │ -         -         -
  invitations.accept                             │ ok        ok        -         -         │ -         -         │ -         -         -         │ -         -         -
    `,
  },
];
