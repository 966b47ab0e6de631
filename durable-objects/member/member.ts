import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { ChannelId, CredentialId, ReminderId, ScheduledMessageId } from '../../protocol/ids.ts';
import type { PostCommand } from '../../protocol/objects/channel.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import type { CredentialRequest, MemberObject, PersonCopy } from '../../protocol/objects/member.ts';
import type { Reading, ReadPlace, ThreadPlace } from '../../protocol/objects/reading.ts';
import type { Saving } from '../../protocol/objects/saving.ts';
import type { Scheduling } from '../../protocol/objects/scheduling.ts';
import type { Preferences } from '../../protocol/preferences.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { Duties } from '../log/duties.ts';
import { authenticate } from './authenticate.ts';
import { boot } from './boot.ts';
import {
  credentials,
  endSessionsOf,
  openCredential,
  revokeCredential,
  revokeEverything,
} from './credentials.ts';
import { changePreferences } from './change-preferences.ts';
import { expiriesDuty } from './expire.ts';
import { mark } from './mark.ts';
import { closeConversation, openConversation } from './openness.ts';
import { Person } from './person.ts';
import { mentions } from './mentions.ts';
import { reacted } from './reacted.ts';
import { completeReminder, deleteReminder, remind } from './reminders.ts';
import { receive } from './receive.ts';
import { revocationsDuty } from './revocations.ts';
import { moveScheduled, schedule, scheduled, unschedule } from './schedule.ts';
import { remindersDuty } from './send-reminders.ts';
import { scheduledDuty } from './send-scheduled.ts';
import { setPerson } from './set-person.ts';
import { setPreferences } from './set-preferences.ts';
import { star, unstar } from './star.ts';
import { starOf } from './star-store.ts';
import { followThread, markThread, thread, threadsAmong, unfollowThread } from './threads.ts';
import { issueTicket, redeemTicket } from './tickets.ts';
import { unwatch, watch } from './watch.ts';

/** One person in one workspace. Only the switchboard: each verb has its file. */
export class Member extends DurableObject<Env> implements MemberObject {
  readonly #person: Person;
  readonly #duties: Duties;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#person = new Person({
      storage: ctx.storage,
      objects: objectsOf(env),
      limits: rateLimitsOf(env),
      now: () => Date.now(),
      waitUntil: (work) => {
        ctx.waitUntil(work);
      },
    });
    const person = this.#person;
    this.#duties = new Duties([
      revocationsDuty(person),
      expiriesDuty(person),
      scheduledDuty(person),
      remindersDuty(person),
    ]);
    void ctx.blockConcurrencyWhile(() => this.#person.alarm.load());
  }

  async setPerson(copy: PersonCopy) {
    return setPerson(this.#person, copy);
  }

  async authenticate(request: CredentialRequest) {
    return authenticate(this.#person, request);
  }

  async openCredential(request: Parameters<MemberObject['openCredential']>[0]) {
    return openCredential(this.#person, request);
  }

  async credentials() {
    return credentials(this.#person);
  }

  async revokeCredential(credentialId: CredentialId, of?: 'session' | 'token') {
    return revokeCredential(this.#person, credentialId, of);
  }

  async revokeEverything() {
    return revokeEverything(this.#person);
  }

  async endSessionsOf(accountSessionIds: readonly string[], everywhere?: boolean) {
    return endSessionsOf(this.#person, accountSessionIds, everywhere);
  }

  async watch(socket: Parameters<MemberObject['watch']>[0]) {
    return watch(this.#person, socket);
  }

  async unwatch(socketId: string) {
    unwatch(this.#person, socketId);
  }

  async memberships() {
    return this.#person.memberships();
  }

  async membership(channelId: ChannelId) {
    return this.#person.membership(channelId);
  }

  async hasLeft(channelId: ChannelId) {
    return this.#person.membershipRow(channelId)?.is_member === 0;
  }

  async mark(channelId: ChannelId, place: ReadPlace) {
    return mark(this.#person, channelId, place);
  }

  async markThread(channelId: ChannelId, threadTs: Timestamp, place: ReadPlace) {
    return markThread(this.#person, channelId, threadTs, place);
  }

  async followThread(channelId: ChannelId, threadTs: Timestamp, head: ThreadPlace) {
    return followThread(this.#person, channelId, threadTs, head);
  }

  async unfollowThread(channelId: ChannelId, threadTs: Timestamp, head: ThreadPlace) {
    return unfollowThread(this.#person, channelId, threadTs, head);
  }

  async thread(channelId: ChannelId, threadTs: Timestamp) {
    return thread(this.#person, channelId, threadTs);
  }

  async threadsAmong(channelId: ChannelId, threads: readonly Timestamp[]) {
    return threadsAmong(this.#person, channelId, threads);
  }

  async followedThreads(limit: number) {
    return this.#person.followedThreads(limit);
  }

  async preferences() {
    return this.#person.preferences;
  }

  async changePreferences(changes: Preferences) {
    return changePreferences(this.#person, changes);
  }

  async closeConversation(channelId: ChannelId, seq: number) {
    return closeConversation(this.#person, channelId, seq);
  }

  async openConversation(channelId: ChannelId) {
    return openConversation(this.#person, channelId);
  }

  async setPreferences(channelId: ChannelId, preferences: Parameters<MemberObject['setPreferences']>[1]) {
    return setPreferences(this.#person, channelId, preferences);
  }

  async remind(text: string, time: number) {
    return remind(this.#person, text, time);
  }

  async reminders() {
    return this.#person.hasRows ? this.#person.reminders.all() : [];
  }

  async reminder(id: ReminderId) {
    return this.#person.hasRows ? this.#person.reminders.byId(id) : undefined;
  }

  async completeReminder(id: ReminderId) {
    return completeReminder(this.#person, id);
  }

  async deleteReminder(id: ReminderId) {
    return deleteReminder(this.#person, id);
  }

  async star(...item: Parameters<Saving['star']>) {
    return star(this.#person, ...item);
  }

  async unstar(channelId: ChannelId, ts?: Timestamp) {
    return unstar(this.#person, channelId, ts);
  }

  async stars() {
    return this.#person.stars?.standing().map((row) => starOf(row)) ?? [];
  }

  async starsAmong(channelId: ChannelId, seqs: readonly number[]) {
    return this.#person.stars?.among(channelId, seqs) ?? [];
  }

  async reactedChannels() {
    return this.#person.reactions?.channels() ?? [];
  }

  async reacted(query: Parameters<Saving['reacted']>[0]) {
    return reacted(this.#person, query);
  }

  async schedule(channelId: ChannelId, postAt: number, command: PostCommand) {
    return schedule(this.#person, channelId, postAt, command);
  }

  async unschedule(channelId: ChannelId, id: ScheduledMessageId) {
    return unschedule(this.#person, channelId, id);
  }

  async moveScheduled(channelId: ChannelId, id: ScheduledMessageId, postAt: number) {
    return moveScheduled(this.#person, channelId, id, postAt);
  }

  async scheduled(query: Parameters<Scheduling['scheduled']>[0]) {
    return scheduled(this.#person, query);
  }

  async receive(delivery: MemberDelivery) {
    receive(this.#person, delivery);
  }

  async mentions(query: Parameters<Reading['mentions']>[0]) {
    return mentions(this.#person, query);
  }

  async boot(credentialId: CredentialId, threadsAfter?: number) {
    return boot(this.#person, credentialId, threadsAfter);
  }

  async issueTicket(credentialId: CredentialId) {
    return issueTicket(this.#person, credentialId);
  }

  async redeemTicket(ticket: string) {
    return redeemTicket(this.#person, ticket);
  }

  /** Tells what a death or a failed call left untold, sends what is due; arms again for the earliest duty that is left. */
  override async alarm(): Promise<void> {
    const { alarm, now } = this.#person;
    alarm.fired();
    await this.#duties.run(now(), now);
    const next = this.#duties.nextAt(now());
    if (next !== undefined) alarm.armBy(next);
  }
}
