import type { Env } from '../../platform/env.ts';
import { configOf } from '../api/config.ts';
import { factsOf } from '../api/request-facts.ts';
import { escape, page } from './page.ts';

const shape = /^[A-Za-z0-9_-]{1,200}$/;

/** Where an invitation's link leads until the web client can take it. It asks nobody, so it tells nothing. */
export function showInvitation(request: Request, env: Env): Promise<Response> {
  const api = `${escape(factsOf(request, configOf(env)).origin)}/api`;
  const given = new URL(request.url).pathname.slice('/invite/'.length);
  const secret = shape.test(given) ? given : 'SECRET';
  return page(
    'You are invited · Edgewise',
    `<h1>You are invited</h1>
<p>Whoever sent you this link asks you to join them on <strong>Edgewise</strong>, their team’s messaging.
Keep it to yourself: it works for whoever has it, as often and as long as the sender allowed.</p>

<h2>What it invites to</h2>
<pre>curl ${api}/invitations.get -d secret=${secret}</pre>

<h2>Accept it</h2>
<pre>curl ${api}/invitations.accept -d secret=${secret} \\
  -d email=<b>you@example.com</b> -d real_name="<b>Ada Lovelace</b>" -d password=<b>PASSWORD</b></pre>
<p>If your address has an account here, give its own password. The answer’s <code>token</code> is you in the
workspace; after the link of a new server’s owner it is <code>account_token</code>, and
<code>workspaces.create</code> comes next.</p>

<footer>The page for this is on its way. It will be at this same address.</footer>`,
  );
}
