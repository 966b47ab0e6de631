/**
 * Keeps the client for a start without a network: its one page, which holds no data, and its files. It answers for
 * nothing else, so what the API, files and pictures say is never old. Built by vite/service-worker.ts, which writes the
 * two constants.
 */
declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;
declare const FILES: readonly string[];

const prefix = 'edgewise-client-';
const cacheName = prefix + VERSION;
/** Any address of the client: it is the same page for all. */
const page = '/sign-in';
const pages = /^\/(?:$|(?:sign-in|new|workspaces)$|w\/)/;
const files = /^\/(?:assets|static)\//;
/** A network that takes longer for a page of a kilobyte is none. */
const patienceMs = 3_000;

/** What a page says. */
export type Said = 'version' | 'take over';

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(removeOlder());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pages.test(pathname)) event.respondWith(showPage(request));
  else if (files.test(pathname)) event.respondWith(showFile(request, pathname));
});
self.addEventListener('message', ({ data, ports }) => {
  // Which page belongs to this version; the other message comes by a person's press alone.
  const said = data as Said;
  if (said === 'version') ports[0]?.postMessage(VERSION);
  if (said === 'take over') void self.skipWaiting();
});

/** All or nothing: a version that lacks a file is none. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  const fresh = [page, ...FILES].map((path) => new Request(path, { cache: 'no-cache' }));
  await cache.addAll(fresh);
}

/** The version before stays: pages of it may be open, and ask for a file that they have not needed so far. */
async function removeOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/** The newest page there is, so that a reload always is one. */
async function showPage(request: Request): Promise<Response> {
  const kept = async (): Promise<Response | undefined> => (await caches.open(cacheName)).match(page);
  const late = new Promise<Response | undefined>((resolve) => {
    setTimeout(() => resolve(kept()), patienceMs);
  });
  try {
    const asked = fetch(request);
    // Whether or not it is waited for.
    asked.catch(() => undefined);
    return (await Promise.race([asked, late])) ?? (await asked);
  } catch (error) {
    const found = await kept();
    if (found === undefined) throw error;
    return found;
  }
}

/** What has a hash in its name never changes; the rest is asked for, and kept for when there is no answer. */
async function showFile(request: Request, pathname: string): Promise<Response> {
  if (!pathname.startsWith('/assets/')) {
    return fetch(request).catch(async (error: unknown) => {
      const found = await caches.match(request, { ignoreSearch: true });
      if (found === undefined) throw error;
      return found;
    });
  }
  return (await caches.match(request)) ?? fetch(request);
}
