import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { freePort } from '../../tests/support/free-port.ts';

/** The least that a page can be that does the same: what it takes is the browser's and the machine's. */
export interface BarePage {
  readonly url: string;
  /** To all who look at it. */
  say(text: string): void;
  close(): void;
}

export async function serveBarePage(): Promise<BarePage> {
  const port = await freePort();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  const sockets = new WebSocketServer({ server });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    say: (text) => {
      for (const socket of sockets.clients) socket.send(text);
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
    },
  };
}

const html = `<!doctype html>
<html lang="en">
<title>A bare page</title>
<style>
  main { display: flex; flex-direction: column; height: 90vh }
  [role=log] { flex: 1; overflow-y: auto }
  textarea { field-sizing: content }
</style>
<nav><a href="#one">one</a> <a href="#two">two</a></nav>
<main><div role="log"><article><p>A first line</p></article></div><textarea></textarea></main>
<dialog><input></dialog>
<script>
  const list = document.querySelector('[role=log]');
  const field = document.querySelector('textarea');
  const dialog = document.querySelector('dialog');
  const row = (text) => {
    const article = document.createElement('article');
    const words = document.createElement('p');
    words.textContent = text;
    article.append(words);
    return article;
  };
  const add = (text) => {
    list.append(row(text));
    list.scrollTop = list.scrollHeight;
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add(field.value);
    field.value = '';
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 'k' || !event.ctrlKey) return;
    event.preventDefault();
    dialog.showModal();
  });
  addEventListener('hashchange', () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(location.hash.slice(1) + ' ' + index));
    list.replaceChildren(...rows);
    list.scrollTop = list.scrollHeight;
  });
  new WebSocket(location.href.replace('http', 'ws')).addEventListener('message', ({ data }) => add(data));
</script>
</html>`;
