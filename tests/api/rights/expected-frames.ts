import type { Family } from './family.ts';

/**
 * What each frame of a socket is answered to whom, written by hand: a family for each kind of socket. A socket that is
 * not let in is closed with 4001 and the reason.
 */
export const frameFamilies: readonly Family[] = [
  {
    title: 'The gateway',
    table: `
                                                 │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  hello                                          │ noauth    revoked   kind      -         │ reset     reset     │ ok        reset     ok        │ ok        ok        ok
  hello · private, from outside                  │ noauth    revoked   kind      -         │ reset     reset     │ reset     reset     reset     │ reset     reset     reset
  ping                                           │ noauth    revoked   kind      -         │ ok        ok        │ ok        ok        ok        │ ok        ok        ok
  position                                       │ noauth    revoked   kind      -         │ ok        ok        │ ok        ok        ok        │ ok        ok        ok
  subscribe                                      │ noauth    revoked   kind      scope     │ nothing   ok        │ ok        nothing   ok        │ ok        ok        ok
  subscribe · public, from outside               │ noauth    revoked   kind      scope     │ nothing   ok        │ nothing   nothing   nothing   │ ok        ok        ok
  subscribe · private, from outside              │ noauth    revoked   kind      scope     │ nothing   nothing   │ nothing   nothing   nothing   │ nothing   nothing   nothing
  subscribe · direct messages of others          │ noauth    revoked   kind      scope     │ nothing   nothing   │ nothing   nothing   nothing   │ nothing   nothing   nothing
  unsubscribe                                    │ noauth    revoked   kind      scope     │ ok        ok        │ ok        ok        ok        │ ok        ok        ok
  message                                        │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  message · private, from outside                │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  typing                                         │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  typing · private, from outside                 │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  mark                                           │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  mark · private, from outside                   │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  follow                                         │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  follow · private, from outside                 │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  unfollow                                       │ noauth    revoked   kind      scope     │ hidden    hidden    │ ok        hidden    ok        │ ok        ok        ok
  unfollow · private, from outside               │ noauth    revoked   kind      scope     │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
    `,
  },
  {
    title: 'A socket straight to a channel',
    table: `
                                                          │ none      revoked   kind      scope     │ other     apart     │ guest     single    bot       │ member    admin     owner
  hello · the channel’s own socket                        │ noauth    revoked   kind      -         │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  hello · the channel’s own socket, public, from outside  │ noauth    revoked   kind      -         │ hidden    ok        │ hidden    hidden    hidden    │ ok        ok        ok
  hello · the channel’s own socket, private, from outside │ noauth    revoked   kind      -         │ hidden    hidden    │ hidden    hidden    hidden    │ hidden    hidden    hidden
  ping · the channel’s own socket                         │ noauth    revoked   kind      -         │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  position · the channel’s own socket                     │ noauth    revoked   kind      -         │ hidden    ok        │ ok        hidden    ok        │ ok        ok        ok
  subscribe · the channel’s own socket                    │ noauth    revoked   kind      -         │ hidden    untaken   │ untaken   hidden    untaken   │ untaken   untaken   untaken
  unsubscribe · the channel’s own socket                  │ noauth    revoked   kind      -         │ hidden    untaken   │ untaken   hidden    untaken   │ untaken   untaken   untaken
  message · the channel’s own socket                      │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  typing · the channel’s own socket                       │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  mark · the channel’s own socket                         │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  follow · the channel’s own socket                       │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
  unfollow · the channel’s own socket                     │ noauth    revoked   kind      scope     │ hidden    outside   │ ok        hidden    ok        │ ok        ok        ok
    `,
  },
];
