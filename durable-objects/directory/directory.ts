import { DurableObject } from 'cloudflare:workers';
import { blobsOf } from '../../platform/blobs/r2.ts';
import type { Env } from '../../platform/env.ts';
import { objectsOf, storeOf } from '../../platform/objects.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { BotId, ChannelId, InvitationId, UsergroupId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelsQuery, DirectoryObject } from '../../protocol/objects/directory.ts';
import { Duties } from '../log/duties.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { boot, since } from './boot.ts';
import { channelNamed, channels, summaries, visibleChannel } from './channels.ts';
import { owedPeopleDuty } from './complete-person.ts';
import { createBot } from './create-bot.ts';
import { createChannel } from './create-channel.ts';
import { createInvitation } from './create-invitation.ts';
import { deactivate, reactivate } from './deactivate.ts';
import { forgetChannel } from './forget-channel.ts';
import { found } from './found.ts';
import { invitation } from './invitation.ts';
import { confirmChannel, reservationsDuty } from './make-channel.ts';
import { openDirect } from './open-direct.ts';
import { bot, people, person, personByEmail, personOfAccount, persons } from './people.ts';
import { renameChannel, renamesDuty } from './rename-channel.ts';
import { owedNameDuty } from './owed-name.ts';
import { presentTeamInfo } from './present-user.ts';
import { invitations, revokeInvitation } from './revoke-invitation.ts';
import { addEmoji, aliasEmoji, emoji, removeEmoji, renameEmoji } from './set-emoji.ts';
import { setGuest } from './set-guest.ts';
import { setPhoto } from './set-photo.ts';
import { setProfile } from './set-profile.ts';
import { rules, setRules } from './set-rules.ts';
import { setRole } from './set-role.ts';
import { setIcon, setName } from './set-team.ts';
import { setUsergroupPeople } from './set-usergroup-people.ts';
import { createUsergroup, enableUsergroup, updateUsergroup } from './set-usergroup.ts';
import { usergroup, usergroupPeople, usergroups } from './usergroups.ts';
import { expectPicture, wasteDuty } from './waste.ts';
import { Workspace } from './workspace.ts';

type Request<Verb extends keyof DirectoryObject> = Parameters<DirectoryObject[Verb]>;

/** One workspace. Only the switchboard: each verb has its file. */
export class Directory extends DurableObject<Env> implements DirectoryObject {
  readonly #workspace: Workspace;
  readonly #duties: Duties;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const workspace = new Workspace(ctx.storage, objectsOf(env), () => Date.now());
    this.#workspace = workspace;
    this.#duties = new Duties([
      workspace.fanout.duty,
      reservationsDuty(workspace),
      renamesDuty(workspace),
      owedPeopleDuty(workspace),
      wasteDuty(workspace, blobsOf(env)),
      owedNameDuty(workspace, storeOf(env)),
    ]);
    void ctx.blockConcurrencyWhile(() => workspace.alarm.load());
  }

  async found(request: Request<'found'>[0]) {
    return found(this.#workspace, request, crypto.randomUUID());
  }

  async team() {
    const { team } = this.#workspace;
    return team && presentTeamInfo(team);
  }

  async visibleChannel(actor: Actor, by: { id: ChannelId } | { name: string }) {
    return visibleChannel(this.#workspace, actor, by);
  }

  async channelNamed(name: string) {
    return channelNamed(this.#workspace, name);
  }

  async summaries(ids: readonly ChannelId[]) {
    return summaries(this.#workspace, ids);
  }

  async channels(query: ChannelsQuery) {
    return channels(this.#workspace, query);
  }

  async createChannel(actor: Actor, request: Request<'createChannel'>[1]) {
    return createChannel(this.#workspace, actor, request);
  }

  async renameChannel(actor: Actor, channelId: ChannelId, request: Request<'renameChannel'>[2]) {
    return renameChannel(this.#workspace, actor, channelId, request);
  }

  async openDirect(actor: Actor, others: readonly UserId[], create: boolean) {
    return openDirect(this.#workspace, actor, others, create);
  }

  async summarise(summary: ChannelSummary) {
    confirmChannel(this.#workspace, summary);
  }

  async forgetChannel(channelId: ChannelId) {
    forgetChannel(this.#workspace, channelId);
  }

  async person(userId: UserId) {
    return person(this.#workspace, userId);
  }

  async persons(userIds: readonly UserId[]) {
    return persons(this.#workspace, userIds);
  }

  async people(page: Request<'people'>[0]) {
    return people(this.#workspace, page);
  }

  async personOfAccount(accountId: string) {
    return personOfAccount(this.#workspace, accountId);
  }

  async personByEmail(email: string) {
    return personByEmail(this.#workspace, email);
  }

  async bot(botId: BotId) {
    return bot(this.#workspace, botId);
  }

  async setProfile(actor: Actor, userId: UserId, fields: Readonly<Record<string, unknown>>) {
    return setProfile(this.#workspace, actor, userId, fields);
  }

  async expectPicture(actor: Actor, prefix: string) {
    expectPicture(this.#workspace, actor, prefix);
  }

  async setPhoto(actor: Actor, hash: string | undefined) {
    return setPhoto(this.#workspace, actor, hash);
  }

  async createBot(actor: Actor, name: string) {
    return createBot(this.#workspace, actor, name);
  }

  async setRole(actor: Actor, userId: UserId, role: Request<'setRole'>[2]) {
    return setRole(this.#workspace, actor, userId, role);
  }

  async setGuest(actor: Actor, userId: UserId, channelIds: readonly ChannelId[]) {
    return setGuest(this.#workspace, actor, userId, channelIds);
  }

  async deactivate(actor: Actor, userId: UserId) {
    return deactivate(this.#workspace, actor, userId);
  }

  async reactivate(actor: Actor, userId: UserId) {
    return reactivate(this.#workspace, actor, userId);
  }

  async emoji(page?: Request<'emoji'>[0]) {
    return emoji(this.#workspace, page);
  }

  async hasEmoji(name: string) {
    return this.#workspace.emoji.byName(name) !== undefined;
  }

  async addEmoji(actor: Actor, request: Request<'addEmoji'>[1]) {
    return addEmoji(this.#workspace, actor, request);
  }

  async aliasEmoji(actor: Actor, request: Request<'aliasEmoji'>[1]) {
    return aliasEmoji(this.#workspace, actor, request);
  }

  async removeEmoji(actor: Actor, name: string) {
    return removeEmoji(this.#workspace, actor, name);
  }

  async renameEmoji(actor: Actor, name: string, newName: string) {
    return renameEmoji(this.#workspace, actor, name, newName);
  }

  async usergroups() {
    return usergroups(this.#workspace);
  }

  async usergroup(usergroupId: UsergroupId) {
    return usergroup(this.#workspace, usergroupId);
  }

  async createUsergroup(actor: Actor, request: Request<'createUsergroup'>[1]) {
    return createUsergroup(this.#workspace, actor, request);
  }

  async updateUsergroup(actor: Actor, usergroupId: UsergroupId, request: Request<'updateUsergroup'>[2]) {
    return updateUsergroup(this.#workspace, actor, usergroupId, request);
  }

  async enableUsergroup(actor: Actor, usergroupId: UsergroupId, isEnabled: boolean) {
    return enableUsergroup(this.#workspace, actor, usergroupId, isEnabled);
  }

  async setUsergroupPeople(actor: Actor, usergroupId: UsergroupId, users: readonly string[]) {
    return setUsergroupPeople(this.#workspace, actor, usergroupId, users);
  }

  async usergroupPeople(usergroupIds: readonly UsergroupId[]) {
    return usergroupPeople(this.#workspace, usergroupIds);
  }

  async createInvitation(actor: Actor, request: Request<'createInvitation'>[1]) {
    return createInvitation(this.#workspace, actor, request);
  }

  async invitation(secret: string) {
    return invitation(this.#workspace, secret);
  }

  async invitations(actor: Actor, page: Request<'invitations'>[1]) {
    return invitations(this.#workspace, actor, page);
  }

  async revokeInvitation(actor: Actor, invitationId: InvitationId) {
    return revokeInvitation(this.#workspace, actor, invitationId);
  }

  async acceptInvitation(secret: string, account: Request<'acceptInvitation'>[1]) {
    return acceptInvitation(this.#workspace, secret, account);
  }

  async boot(userId: UserId, channelIds: readonly ChannelId[]) {
    return boot(this.#workspace, userId, channelIds, this.env.PUBLIC_URL);
  }

  async since(actor: Actor, cursor: number) {
    return since(this.#workspace, actor, cursor);
  }

  async rules() {
    return rules(this.#workspace);
  }

  async setRules(actor: Actor, changes: Request<'setRules'>[1]) {
    return setRules(this.#workspace, actor, changes);
  }

  async setName(actor: Actor, name: string) {
    return setName(this.#workspace, actor, name);
  }

  async setIcon(actor: Actor, hash: string | undefined) {
    return setIcon(this.#workspace, actor, hash);
  }

  override async alarm(): Promise<void> {
    const workspace = this.#workspace;
    workspace.alarm.fired();
    await this.#duties.run(workspace.now(), workspace.now);
    const next = this.#duties.nextAt(workspace.now());
    if (next !== undefined) workspace.alarm.armBy(next);
  }
}
