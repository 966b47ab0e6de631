const path = '/service-worker.js';
/** A page that is open for days looks for itself, too: not every deploy is noticed by its socket. */
const lookEveryMs = 60 * 60_000;

export interface Watch {
  /** Asks the server whether there is another version. */
  look(): void;
  stop(): void;
}

/**
 * Has the browser keep the client for a start without a network. `ready` is called when another version than this
 * page's lies there; what it is given changes to that version, and the page is loaded anew.
 */
export function watchVersions(ready: (change: () => void) => void): Watch {
  let registration: ServiceWorkerRegistration | undefined;
  let isStopped = false;
  const offer = async (worker: ServiceWorker | null): Promise<void> => {
    if (worker === null || (await versionOf(worker)) === ownVersion() || isStopped) return;
    ready(() => changeTo(worker));
  };
  const begin = async (): Promise<void> => {
    // Undefined where a browser or an extension refuses by doing nothing.
    const made = (await navigator.serviceWorker.register(path, { updateViaCache: 'none' })) as
      ServiceWorkerRegistration | undefined;
    if (made === undefined || isStopped) return;
    registration = made;
    void offer(made.waiting);
    made.addEventListener('updatefound', () => {
      const { installing } = made;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && made.active !== null) void offer(installing);
      });
    });
  };
  // Without it all works, but for a start without a network.
  if ('serviceWorker' in navigator) begin().catch(() => undefined);
  const look = (): void => {
    registration?.update().catch(() => undefined);
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    look,
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

function changeTo(worker: ServiceWorker): void {
  const reload = (): void => location.reload();
  if (worker.state !== 'installed') {
    // Another tab has changed to it.
    reload();
    return;
  }
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated' || worker.state === 'redundant') reload();
  });
  worker.postMessage('take over');
}

const answerMaxMs = 5_000;

function versionOf(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
    setTimeout(() => resolve(undefined), answerMaxMs);
    worker.postMessage('version', [port2]);
  });
}

const ownVersion = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="edgewise-version"]')?.content;
