import type { Env } from '../../platform/env.ts';
import { configOf } from '../api/config.ts';
import { factsOf } from '../api/request-facts.ts';
import { hasClient, showClient } from './client.ts';
import { escape, page } from './page.ts';

/**
 * What somebody sees who opens the address: what this is, and how to have a word in it within a minute. With the
 * client it is what a reader without scripts gets, a terminal's `curl` among them.
 */
export const showLanding = (request: Request, env: Env): Promise<Response> =>
  hasClient(env) ? showClient(request, env, wordsOf(request, env)) : page('Edgewise', wordsOf(request, env));

/** The same words as a page of their own, which the client's landing page links to. */
export const showStart = (request: Request, env: Env): Promise<Response> =>
  page('Edgewise', wordsOf(request, env));

function wordsOf(request: Request, env: Env): string {
  const origin = escape(factsOf(request, configOf(env)).origin);
  const api = `${origin}/api`;
  return `<h1>Edgewise</h1>
<p><strong>Team messaging that a team can call its own</strong>: channels, threads and reactions on your own
Cloudflare account, with Slack’s Web API, so that the bots and scripts you have work by changing one address.</p>

<h2>See it filled</h2>
<pre>npm run demo</pre>
<p>makes a workspace with people, channels and a conversation in it, and says who to sign in as.</p>

<h2>Or start your own, by four calls</h2>
<pre>curl ${api}/account.requestCode -d email=you@example.com</pre>
<p>The code is in the mail; in development, in the outbox whose address <code>npm run dev</code> printed.</p>
<pre>curl ${api}/account.signIn -d email=you@example.com -d code=<b>CODE</b></pre>
<p>answers a <code>token</code> that begins with <code>ewa-</code>: your account.</p>
<pre>curl ${api}/workspaces.create -H "Authorization: Bearer <b>ewa-…</b>" -d name="My team" -d real_name="Ada Lovelace"</pre>
<p>answers a <code>token</code> that begins with <code>xoxs-</code>: you, in your workspace.</p>
<pre>curl ${api}/chat.postMessage -H "Authorization: Bearer <b>xoxs-…</b>" -d channel=general -d text="Hello, edge"</pre>
<p>Any of Slack’s SDKs does the same with <code>${api}/</code> as its base URL.</p>

<footer>Every method is in <code>docs/api.md</code>, every frame of the socket in <code>docs/gateway.md</code>.</footer>`;
}
