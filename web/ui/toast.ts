import { atom } from 'nanostores';

interface ToastContent {
  readonly text: string;
  readonly action?: {
    readonly label: string;
    readonly onSelect: () => void;
    readonly takesFocus?: boolean;
    /** How long it is offered. */
    readonly forMs?: number;
  };
}
export const $toast = atom<ToastContent | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** A short word at the bottom, one at a time. With an action it stays longer. */
export function toast(text: string, action?: ToastContent['action']): void {
  clearTimeout(timer);
  $toast.set({ text, ...(action === undefined ? {} : { action }) });
  timer = setTimeout(dismissToast, action === undefined ? 3_000 : (action.forMs ?? 7_000));
}
export function dismissToast(): void {
  clearTimeout(timer);
  $toast.set(undefined);
}
