import type { BrowserContext, Page } from '@playwright/test';

/**
 * What somebody's words might do to a page that made more of them than text. Watches every document of the context from
 * its first node on, so that what was there for a moment counts, too.
 */
export const watchForHarm = (context: Pick<BrowserContext, 'addInitScript'>): Promise<unknown> =>
  context.addInitScript(watch);

/** What was found, and which rows were drawn, so that a test knows that there was something to find. */
export const harmIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).harm.found);
export const rowsDrawnIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as Watched).harm.rows]);

interface Watched {
  harm: { found: string[]; rows: Set<string> };
}

/** Runs in the page. */
function watch(): void {
  const found: string[] = [];
  const rows = new Set<string>();
  Object.assign(globalThis, { harm: { found, rows } });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox'])
    Object.defineProperty(globalThis, name, { value: () => void found.push(`ran: ${name}`), writable: true });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    found.push(`policy: ${violatedDirective} ${blockedURI}`),
  );

  const never = new Set(
    'iframe,frame,frameset,object,embed,applet,base,meta,math,foreignobject,animate,set,style,marquee,portal'.split(
      ',',
    ),
  );
  const addresses = new Set(
    'href,src,srcset,xlink:href,action,formaction,data,poster,background,ping,cite,manifest,codebase'.split(
      ',',
    ),
  );
  const isOwn = (url: URL): boolean => url.origin === location.origin && url.protocol === location.protocol;
  const isHarmless = (element: Element, value: string): boolean => {
    if (!URL.canParse(value, location.href)) return element.localName !== 'a';
    const url = new URL(value, location.href);
    if (element.localName === 'a') return ['http:', 'https:', 'mailto:'].includes(url.protocol);
    return isOwn(url) && (element.localName !== 'script' || /^\/(?:assets|static)\//.test(url.pathname));
  };
  const lookAt = (element: Element): void => {
    const { localName, attributes } = element;
    const isOurs = localName === 'meta' && !element.hasAttribute('http-equiv');
    if (never.has(localName.toLowerCase()) && !isOurs) found.push(`<${localName}>`);
    if (localName === 'script' && !element.hasAttribute('src')) found.push('<script> without an address');
    for (const { name, value } of attributes) {
      const where = `<${localName} ${name}="${value}">`;
      if (/^on|^srcdoc$/i.test(name)) found.push(where);
      else if (addresses.has(name.toLowerCase()) && !isHarmless(element, value)) found.push(where);
      else if (name === 'style' && /url\(|expression|@import/i.test(value)) found.push(where);
    }
    const key = element.getAttribute('data-row');
    if (key !== null) rows.add(key);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') lookAt(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        lookAt(node);
        for (const inner of node.querySelectorAll('*')) lookAt(inner);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
