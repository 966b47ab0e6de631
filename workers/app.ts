import { Hono } from 'hono';
import type { Env } from '../platform/env.ts';
import { dispatch } from './api/dispatch.ts';
import { logFault } from './api/log.ts';
import { upgradeChannel } from './gateway/upgrade-channel.ts';
import { upgrade } from './gateway/upgrade.ts';
import { hasClient, isLookedAt, showAsset, showClient, showNowhere } from './pages/client.ts';
import { showInvitation } from './pages/invitation.ts';
import { showLanding, showStart } from './pages/landing.ts';
import { plain } from './pages/plain.ts';
import { serveAvatar, serveEmoji, serveIcon } from './pictures/serve.ts';
import { guardSettings } from './settings-guard.ts';

/** What the outside can reach. What is not here does not exist. */
export const app = new Hono<{ Bindings: Env }>()
  .use(guardSettings)
  .on(['GET', 'POST'], '/api/:method', ({ req, env }) => dispatch(req.raw, env, req.param('method')))
  .get('/gateway', ({ req, env }) => upgrade(req.raw, env))
  .get('/channels/:id/socket', ({ req, env }) => upgradeChannel(req.raw, env, req.param('id')))
  .get('/', ({ req, env }) => showLanding(req.raw, env))
  .get('/start', ({ req, env }) => showStart(req.raw, env))
  .get('/invite/:secret', ({ req, env }) => (hasClient(env) ? showClient : showInvitation)(req.raw, env))
  .on('GET', ['/sign-in', '/new', '/workspaces', '/w/*'], ({ req, env }) => showClient(req.raw, env))
  .on('GET', ['/assets/*', '/static/*', '/service-worker.js'], ({ req, env }) => showAsset(req.raw, env))
  .get('/avatars/:team/:hash/:size', ({ req, env }) =>
    serveAvatar(req.raw, env, [req.param('team'), req.param('hash'), req.param('size')]),
  )
  .get('/icons/:team/:hash/:size', ({ req, env }) =>
    serveIcon(req.raw, env, [req.param('team'), req.param('hash'), req.param('size')]),
  )
  .get('/emoji/:team/:hash', ({ req, env }) =>
    serveEmoji(req.raw, env, [req.param('team'), req.param('hash')]),
  )
  .get('/health', () => Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } }))
  .notFound(({ req, env }) =>
    hasClient(env) && isLookedAt(req.raw) ? showNowhere(req.raw, env) : plain('There is nothing here.', 404),
  )
  .onError((error) => {
    logFault({ requestId: crypto.randomUUID(), where: 'app' }, error);
    return plain('Something failed here. It was logged.', 500);
  });
