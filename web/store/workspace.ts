import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { Team, User } from '../../protocol/entities.ts';
import type { HelloFrame } from '../../protocol/frames.ts';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import type { Call } from '../api/call.ts';
import type { Device } from '../device/device.ts';
import type { TabMessage } from '../device/tabs.ts';
import { isTruncated } from '../gateway/frames.ts';
import type { LogFrame, Passing } from '../gateway/frames.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import type { LinkState } from '../gateway/gateway-client.ts';
import type { Follower } from '../gateway/link.ts';
import type * as contract from './contract.ts';
import type { Connection } from './contract.ts';
import type { Keeper } from './keeper.ts';
import type { WorkspaceDeps } from './deps.ts';
import { WorkspaceState } from './workspace-state.ts';

/** A database that another page blocks may never open. */
const deviceLimitMs = 3_000;

/** Somebody who opens the workspace looks at nothing for so long, before they are shown what was there last. */
const recallAfterMs = 4_000;

/** Codes that say that the session itself is over. */
const endOfSession: Readonly<Record<string, 'signed_out' | 'revoked'>> = {
  not_authed: 'signed_out',
  invalid_auth: 'signed_out',
  token_revoked: 'revoked',
  token_expired: 'signed_out',
  account_inactive: 'revoked',
};

type Listener = Parameters<contract.Workspace['follow']>[0];
type Lock = Extract<Connection, { state: 'signed_out' | 'revoked' | 'user_changed' | 'outdated' }>['state'];

/** One workspace of one person: what is known of it, kept right by its gateway. */
export class LiveWorkspace implements contract.Workspace {
  readonly teamId: TeamId;
  readonly call: Call;
  readonly #deps: WorkspaceDeps;
  readonly #connection = atom<Connection>({ state: 'connecting' });
  readonly #self = atom<User | undefined>();
  readonly #team = atom<Team | undefined>();
  readonly #state: WorkspaceState;
  readonly #listeners = new Set<Listener>();
  #gateway: GatewayClient;
  #device: Device | undefined;
  #cancelDeviceLimit: () => void = () => undefined;
  #keeper: Promise<Keeper> | undefined;
  #cancelRecall: () => void = () => undefined;
  #hasHello = false;
  #hasTriedToEnter = false;
  #isClosed = false;

  constructor(deps: WorkspaceDeps) {
    this.#deps = deps;
    this.teamId = deps.teamId;
    this.call = async (name, args) => {
      const answer = await deps.call(name, args);
      if (!answer.ok) this.#checkSession(answer.error);
      return answer;
    };
    this.#state = new WorkspaceState({
      own: deps,
      call: this.call,
      ask: (request) => this.#gateway.ask(request),
      isLive: () => this.#connection.get().state === 'live',
      self: () => this.#self.get()?.id,
    });
    this.#gateway = this.#makeGateway();
  }

  get $connection(): ReadableAtom<Connection> {
    return this.#connection;
  }

  get $self(): ReadableAtom<User | undefined> {
    return this.#self;
  }

  get $team(): ReadableAtom<Team | undefined> {
    return this.#team;
  }

  get people(): contract.People {
    return this.#state.people;
  }

  get channels(): contract.Channels {
    return this.#state.channels;
  }

  get timelines(): contract.Timelines {
    return this.#state.timelines;
  }

  get messages(): contract.Messages {
    return this.#state.messages;
  }

  get typing(): contract.Typing {
    return this.#state.typing;
  }

  get drafts(): contract.Drafts {
    return this.#state.drafts;
  }

  get preferences(): contract.WorkspacePreferences {
    return this.#state.preferences;
  }

  get $wishes(): contract.Workspace['$wishes'] {
    return this.#state.wishes;
  }

  get $customEmoji(): contract.Workspace['$customEmoji'] {
    return this.#state.emoji.$all;
  }

  follow(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  start(): void {
    this.#cancelRecall = this.#deps.clock.after(recallAfterMs, () => this.#keep('recall'));
    this.#gateway.start();
  }

  reconnect(): void {
    this.#gateway.retryNow();
  }

  /** The page may be gone in a moment: what only memory holds goes to the device. */
  save(): void {
    this.#state.drafts.save();
    if (this.#keeper !== undefined) this.#keep('save');
  }

  close(): void {
    if (this.#isClosed) return;
    this.save();
    this.#isClosed = true;
    this.#cancelDeviceLimit();
    this.#cancelRecall();
    this.#gateway.stop();
    this.#state.marks.close();
    this.#state.typing.close();
    this.#state.outbox.lock();
    this.#deps.tabs.close();
    this.#device?.close();
  }

  /** Signed out here: the other tabs of this person need not find out by themselves. */
  tellSignedOut(): void {
    this.#deps.tabs.tell({ type: 'signed_out' });
    this.#lock('signed_out', true);
  }

  #makeGateway(): GatewayClient {
    const { url, connect, clock, hints } = this.#deps;
    return new GatewayClient({
      url,
      connect,
      clock,
      hints,
      follower: this.#follower(),
      onState: (state) => this.#linked(state),
    });
  }

  #follower(): Follower {
    return {
      held: () => [this.teamId, ...this.#state.timelines.heldIds()],
      hello: (hello) => this.#greeted(hello),
      entry: (logId, frame) => {
        this.#state.entry(logId, frame);
        if (!isTruncated(frame)) this.#told(frame);
      },
      passing: (event) => {
        this.#state.passing(event);
        this.#told(event);
      },
      reset: (logId) => this.#state.reset(logId),
    };
  }

  #told(event: LogFrame | Passing): void {
    const team = this.#team.get();
    if (team !== undefined && event.type === 'team_rename') this.#team.set({ ...team, name: event.name });
    if (team !== undefined && event.type === 'team_icon_change')
      this.#team.set({ ...team, icon: event.icon });
    for (const listener of this.#listeners) listener(event);
  }

  #greeted(hello: HelloFrame): void {
    const known = this.#self.get();
    if (known !== undefined && known.id !== hello.self.id) {
      this.#lock('user_changed');
      return;
    }
    const isFirst = !this.#hasHello;
    this.#hasHello = true;
    this.#cancelRecall();
    this.#state.greeted(hello, known === undefined);
    this.#know(hello);
    if (isFirst) void this.#state.people.load();
  }

  #know({ self, team }: Pick<HelloFrame, 'self' | 'team'>): void {
    const isKnown = this.#self.get() !== undefined;
    this.#team.set(team);
    this.#self.set(self);
    if (isKnown) return;
    // Another role, another name: the rest of the page goes by it at once.
    this.#state.people.person(self.id).listen((person) => this.#self.set(person));
    void this.#openDevice(self.id);
  }

  /** What is seen without a connection: its code comes once it is needed. */
  #keep(verb: 'recall' | 'start' | 'save' | 'forget'): void {
    this.#keeper ??= this.#deps.keeper().then(
      ({ Keeper }) =>
        new Keeper({
          ...this.#deps,
          state: this.#state,
          self: () => this.#self.get(),
          team: () => this.#team.get(),
          isOver: () => this.#isClosed || isLocked(this.#connection.get()),
          begin: (places) => this.#gateway.begin(places),
          know: (seen) => this.#know(seen),
        }),
    );
    this.#keeper.then((keeper) => keeper[verb]()).catch(() => undefined);
  }

  async #openDevice(userId: UserId): Promise<void> {
    const { tabs, openDevice } = this.#deps;
    tabs.join(userId, {
      heard: (message) => this.#heard(message),
      otherPerson: () => this.#lock('user_changed'),
    });
    this.#cancelDeviceLimit = this.#deps.clock.after(deviceLimitMs, () => this.#state.outbox.ready());
    const device = await openDevice(this.teamId, userId);
    if (this.#isClosed) {
      device.close();
      return;
    }
    this.#device = device;
    await this.#state.load(device);
    this.#cancelDeviceLimit();
    this.#state.outbox.ready();
    this.#keep('start');
  }

  #heard(message: TabMessage): void {
    if (message.type === 'signed_out') this.#lock('signed_out', true);
    else this.#state.heard(message);
  }

  #linked(state: LinkState): void {
    switch (state.state) {
      case 'connecting':
        return;
      case 'offline':
        this.#connection.set(state);
        if (this.#self.get() === undefined) this.#keep('recall');
        return;
      case 'live':
        this.#hasTriedToEnter = false;
        if (isLocked(this.#connection.get())) return;
        this.#connection.set({ state: 'live' });
        this.#state.wake();
        if (this.#device !== undefined) void this.#state.outbox.adopt();
        return;
      case 'ended':
        if (state.reason === 'revoked') this.#lock('revoked');
        else if (state.reason === 'outdated') this.#lock('outdated');
        else if (state.reason === 'not_authenticated') void this.#enter();
    }
  }

  /** No session here, though perhaps one of the account: it opens one, once. */
  async #enter(): Promise<void> {
    if (this.#hasTriedToEnter || this.#isClosed || isLocked(this.#connection.get())) {
      this.#lock('signed_out');
      return;
    }
    this.#hasTriedToEnter = true;
    const answer = await this.#deps.callAccount('workspaces.enter', { team_id: this.teamId });
    if (this.#isClosed) return;
    if (!answer.ok && answer.error !== 'unreachable') {
      this.#lock('signed_out');
      return;
    }
    const self = this.#self.get();
    if (answer.ok && self !== undefined && answer.user.id !== self.id) {
      this.#lock('user_changed');
      return;
    }
    // A client of its own begins without cursors: rows that were held are read anew.
    this.#state.timelines.resetAll();
    this.#gateway = this.#makeGateway();
    this.#gateway.start();
  }

  #checkSession(error: string): void {
    const lock = endOfSession[error];
    if (lock !== undefined && this.#connection.get().state === 'live') this.#lock(lock);
  }

  /** Nothing is sent from here on. What was typed goes to the device, for the same person; who signs out takes it along. */
  #lock(state: Lock, isForgotten = false): void {
    if (this.#isClosed || isLocked(this.#connection.get())) return;
    this.#connection.set({ state });
    this.#cancelRecall();
    if (!isForgotten) this.save();
    // Without a session nothing of it is to be seen here.
    if (state !== 'outdated') this.#keep('forget');
    this.#state.outbox.lock();
    this.#state.marks.close();
    this.#gateway.stop();
  }
}

const isLocked = ({ state }: Connection): boolean =>
  state === 'signed_out' || state === 'revoked' || state === 'user_changed' || state === 'outdated';
