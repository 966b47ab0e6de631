/** One line for a person, with nothing that a browser could run or frame. */
export const plain = (line: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(`${line}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
  });
