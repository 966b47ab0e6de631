import type { KeptMail } from './mail.ts';

/** The outbox for a person: no script, nothing loaded, everything escaped. */
export const outboxPage = (mails: readonly KeptMail[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Outbox</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark }
article { border-top: 1px solid #8886; padding: 1rem 0 }
h2 { margin: 0; font-size: 1.1rem }
p { margin: 0; opacity: .7 }
pre { white-space: pre-wrap; font: inherit; margin: .5rem 0 0 }
</style>
<h1>Outbox</h1>
<p>Mails of this development server, newest first. None leaves this machine. Reload for new ones.</p>
${mails.map(article).join('\n') || '<article><p>No mail yet. Ask for a sign-in code.</p></article>'}
`;

const article = ({ to, at, subject, text }: KeptMail): string => `<article>
<h2>${escaped(subject)}</h2>
<p>to ${escaped(to)}, ${new Date(at).toISOString().replace('T', ' ').slice(0, 19)} UTC</p>
<pre>${escaped(text.trim())}</pre>
</article>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
