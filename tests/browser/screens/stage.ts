import { ask } from '../../support/ask.ts';
import type { Arguments } from '../../../dev/client.ts';
import { fill } from '../../../dev/demo/fill.ts';
import type { Demo, DemoUser } from '../../../dev/demo/fill.ts';
import type { OutboxOwner } from '../../../dev/outbox-client.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { MethodName, MethodOutput } from '../../../protocol/methods.ts';
import { makeExtremes } from './extremes.ts';
import type { Extremes } from './extremes.ts';
import { furnish } from './furnish.ts';

/** Where the screens are: a filled workspace, one in which nothing has happened, and one of extremes. */
export interface Stage extends Omit<StageFacts, 'channels' | 'people'> {
  readonly channels: ReadonlyMap<string, string>;
  /** A channel with more than a client holds, where there is one. */
  readonly endless?: string;
  /** As a person of the filled workspace, by their handle. */
  readonly as: Actor;
}

/** What of it can be written down. */
export interface StageFacts {
  readonly url: string;
  /** `…/w/T…` of the filled one. */
  readonly room: string;
  readonly channels: readonly (readonly [name: string, id: string])[];
  readonly people: readonly DemoUser[];
  /** The one that looks: the owner of all three. */
  readonly owner: DemoUser;
  /** Who sees but some of its channels. */
  readonly guest: DemoUser;
  /** `/t/ts` of a thread with many replies, in #random. */
  readonly longThread: string;
  readonly bare: string;
  readonly extremes: Extremes;
  /** Secrets of links. */
  readonly invitations: Readonly<Record<'open' | 'revoked', string>>;
}

export type Actor = <Name extends MethodName>(
  handle: string,
  method: Name,
  args: Arguments<Name>,
) => Promise<MethodOutput<Name>>;

export const stageOf = (facts: StageFacts): Stage => ({
  ...facts,
  channels: new Map(facts.channels),
  as: actorOf(facts.url, facts.people),
});

export async function raiseStage(server: OutboxOwner): Promise<StageFacts> {
  const demo = await fill(server, 'Skerry');
  const { url, workspace, users } = demo;
  const owner = ownerOf(demo);
  const as = actorOf(url, users);
  const { token: account } = await ask(url, 'account.signIn', undefined, owner);
  const channels = await channelsOf(as);
  // Where the browsers are: elsewhere each page would offer to change it.
  await as('elena', 'users.profile.set', { profile: { tz: 'Europe/Oslo' } });
  const [{ longThread }, bare, extremes, invitations] = await Promise.all([
    furnish(as, new Map(channels)),
    ask(url, 'workspaces.create', account, { name: 'Lantern Street Studio', real_name: 'Maren Solheim' }),
    makeExtremes(url, account),
    makeInvitations(as),
  ]);
  return {
    url,
    room: `${url}/w/${workspace.id}`,
    channels: await channelsOf(as),
    people: users,
    owner,
    guest: personOf(users, 'elena'),
    longThread,
    bare: `${url}/w/${bare.team.id}`,
    extremes,
    invitations,
  };
}

function actorOf(url: string, people: readonly DemoUser[]): Actor {
  return (handle, method, args) => {
    return ask(url, method, personOf(people, handle).token, args);
  };
}

function personOf(people: readonly DemoUser[], handle: string): DemoUser {
  const user = people.find(({ email }) => email.startsWith(`${handle}@`));
  if (user === undefined) throw new Error(`${handle} is not in the demo`);
  return user;
}

function ownerOf({ users }: Demo): DemoUser {
  const [owner] = users;
  if (owner === undefined) throw new Error('the demo made nobody');
  return owner;
}

async function channelsOf(as: Actor): Promise<[string, ChannelId][]> {
  const { channels } = await as('maren', 'conversations.list', {
    types: 'public_channel,private_channel,im',
    limit: 200,
  });
  return channels.map(({ id, name }) => [name ?? 'direct', id as ChannelId]);
}

async function makeInvitations(as: Actor): Promise<Stage['invitations']> {
  const make = () => as('maren', 'invitations.create', { role: 'member', max_uses: 25, days: 7 });
  const [one, other] = [await make(), await make()];
  await as('maren', 'invitations.revoke', { invitation_id: other.invitation.id });
  return { open: one.secret, revoked: other.secret };
}
