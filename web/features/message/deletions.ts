import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { hasCommand } from '../../app/keys.ts';
import { heldDeletionsOf } from '../../device/held-deletions.ts';
import type { HeldDeletion, HeldDeletions } from '../../device/held-deletions.ts';
import type { Workspace } from '../../store/contract.ts';
import { $toast, dismissToast, toast } from '../../ui/toast.ts';
import { actionTexts, changeProblem } from './action-texts.ts';
import { deleteByCall } from './delete-call.ts';

const holdMs = 5_000;
const againMs = 2_000;

const known = new WeakMap<Workspace, Deletions>();

/** Of the person who looks at this workspace. */
export function deletionsOf(workspace: Workspace): Deletions | undefined {
  const self = workspace.$self.get();
  const made = known.get(workspace) ?? (self === undefined ? undefined : new Deletions(workspace, self.id));
  if (made !== undefined) known.set(workspace, made);
  return made;
}

/**
 * Deleted messages are out of sight at once, and can be taken back for five seconds. Then, or as soon as their person
 * leaves the channel or the page, the server is told; without a connection it is told later. Each lies on the device
 * and belongs to the tab in which it was deleted; once that is gone, another one carries it out.
 */
export class Deletions {
  readonly #workspace: Workspace;
  readonly #records: HeldDeletions;
  readonly #tab = crypto.randomUUID();
  readonly #lockPrefix: string;
  readonly #life = Promise.withResolvers<void>();
  readonly #stops: (() => void)[] = [];
  /** What can be taken back; all of it together, from the last one on. */
  #held: HeldDeletion[] = [];
  /** What waits for the server. */
  readonly #waiting = new Set<HeldDeletion>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: unknown;

  constructor(workspace: Workspace, self: UserId) {
    this.#workspace = workspace;
    this.#records = heldDeletionsOf(workspace.teamId, self);
    this.#lockPrefix = `edgewise:${workspace.teamId}:${self}:deletes:`;
    void locks()?.request(`${this.#lockPrefix}${this.#tab}`, () => this.#life.promise);
    this.#listen();
    for (const held of this.#records.all()) this.#heard(held);
  }

  hold(channelId: ChannelId, ts: Timestamp): void {
    const dueMs = Date.now() + holdMs;
    this.#held = [...this.#held, { channelId, ts, tab: this.#tab, dueMs }].map((held) => ({
      ...held,
      dueMs,
    }));
    for (const held of this.#held) this.#records.put(held);
    this.#workspace.messages.hide(channelId, ts);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.finish(), holdMs);
    // Who came by keys has no pointer to go there with.
    const takesFocus = document.activeElement?.matches(':focus-visible') === true;
    toast(actionTexts.deleted(this.#held.length), {
      label: actionTexts.undo,
      onSelect: () => this.undo(),
      takesFocus,
      forMs: holdMs,
    });
    this.#said = $toast.get();
  }

  /** Takes back all that is held. */
  undo(): void {
    const held = this.#letGo();
    // Another tab that signed out has carried it out.
    const restored = held.filter((one) => this.#records.get(one) !== undefined);
    for (const one of restored) {
      this.#records.drop(one);
      this.#workspace.messages.unhide(one.channelId, one.ts);
    }
    if (held.length > 0)
      toast(restored.length > 0 ? actionTexts.restored(restored.length) : actionTexts.tooLate);
  }

  /** Nothing is taken back any more: the server is told. */
  finish(): void {
    for (const held of this.#letGo()) void this.#carryOut(held);
  }

  close(): void {
    this.finish();
    for (const stop of this.#stops) stop();
    this.#life.resolve();
    known.delete(this.#workspace);
  }

  #letGo(): HeldDeletion[] {
    const held = this.#held;
    this.#held = [];
    clearTimeout(this.#timer);
    if (held.length > 0 && $toast.get() === this.#said) {
      const hadFocus = document.activeElement?.closest('[role="status"]') !== null;
      dismissToast();
      if (hadFocus) document.querySelector<HTMLElement>('main textarea')?.focus({ preventScroll: true });
    }
    return held;
  }

  async #carryOut(held: HeldDeletion): Promise<void> {
    this.#waiting.add(held);
    const answer = await deleteByCall(this.#workspace.teamId, held);
    // Asked twice, since a connection came meanwhile: the first answer counted.
    if (!this.#waiting.has(held)) return;
    if (answer === 'passing') {
      // A connection that comes brings the next try; a server that is too busy is given time.
      if (this.#isLive()) setTimeout(() => this.#again(held), againMs);
      return;
    }
    this.#waiting.delete(held);
    const { messages } = this.#workspace;
    if (answer === 'done') {
      this.#records.done(held);
      messages.unhide(held.channelId, held.ts, true);
      return;
    }
    this.#records.drop(held);
    messages.unhide(held.channelId, held.ts);
    toast(changeProblem(answer.refused));
  }

  #again(held: HeldDeletion): void {
    if (this.#waiting.has(held)) void this.#carryOut(held);
  }

  /** Of another tab: out of sight here, too, and carried out here if that one is gone. */
  #heard(held: HeldDeletion): void {
    const { channelId, ts, tab, dueMs, isDone } = held;
    if (isDone === true) {
      this.#settled(held);
      this.#workspace.messages.unhide(channelId, ts, true);
      return;
    }
    if (tab === this.#tab) return;
    this.#workspace.messages.hide(channelId, ts);
    const adopt = (): void => {
      const now = this.#records.get(held);
      if (now?.tab !== tab || now.isDone === true) return;
      const own = { ...now, tab: this.#tab };
      this.#records.put(own);
      void this.#carryOut(own);
    };
    const shared = locks();
    // Nobody says whether that tab lives: its time is waited for.
    if (shared === undefined) setTimeout(adopt, Math.max(0, dueMs - Date.now()));
    else void shared.request(`${this.#lockPrefix}${tab}`, adopt);
  }

  /** Somebody else has carried it out. */
  #settled({ channelId, ts }: HeldDeletion): void {
    const isOther = (one: HeldDeletion): boolean => one.channelId !== channelId || one.ts !== ts;
    for (const one of this.#waiting) if (!isOther(one)) this.#waiting.delete(one);
    const rest = this.#held.filter(isOther);
    if (rest.length === 0) this.#letGo();
    this.#held = rest;
  }

  #listen(): void {
    const { $connection, messages } = this.#workspace;
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') this.finish();
    };
    const onLeave = (): void => this.finish();
    const onKey = (event: KeyboardEvent): void => {
      if (this.#held.length === 0 || event.defaultPrevented || !isUndo(event)) return;
      event.preventDefault();
      this.undo();
    };
    document.addEventListener('visibilitychange', onHidden);
    document.addEventListener('keydown', onKey);
    globalThis.addEventListener('pagehide', onLeave);
    this.#stops.push(
      () => document.removeEventListener('visibilitychange', onHidden),
      () => document.removeEventListener('keydown', onKey),
      () => globalThis.removeEventListener('pagehide', onLeave),
      $connection.listen(({ state }) => {
        if (state === 'live') for (const held of this.#waiting) this.#again(held);
      }),
      this.#records.follow({
        put: (held) => this.#heard(held),
        dropped: ({ channelId, ts }) => messages.unhide(channelId, ts),
      }),
    );
  }

  readonly #isLive = (): boolean => this.#workspace.$connection.get().state === 'live';
}

const locks = (): LockManager | undefined => (globalThis.isSecureContext ? navigator.locks : undefined);

/** Ctrl Z, where no words of a field could be meant. */
function isUndo(event: KeyboardEvent): boolean {
  if (!hasCommand(event) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z') return false;
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return !isField || target.value === '';
}
