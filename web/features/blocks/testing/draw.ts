import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, vi } from 'vitest';
import type { Message } from '../../../../protocol/entities.ts';
import { WorkspaceContext } from '../../../app/workspace-context.ts';
import { general, message } from '../../../gateway/testing/sample.ts';
import type { Workspace } from '../../../store/contract.ts';
import { FakeBrowser } from '../../../store/testing/fake-browser.ts';
import { FakeServer } from '../../../store/testing/fake-server.ts';
import { MessageBody } from '../message-body.tsx';

export const origin = 'https://team.example';

/** Draws messages as Ann sees them, as markup. */
export function useDrawn(): (content: Partial<Pick<Message, 'blocks' | 'attachments' | 'text'>>) => string {
  let workspace: Workspace | undefined;
  beforeAll(async () => {
    vi.stubGlobal('location', new URL(`${origin}/w/T0AAAAAAAAAA`));
    const server = new FakeServer();
    server.channel(general);
    server.emoji.set('skerry-light', `${origin}/emoji/T0AAAAAAAAAA/light`);
    ({ workspace } = await new FakeBrowser(server).open());
  });
  afterAll(() => vi.unstubAllGlobals());
  return (content) =>
    renderToStaticMarkup(
      createElement(
        WorkspaceContext,
        { value: workspace },
        createElement(MessageBody, { message: message(1, { text: '', ...content }), note: undefined }),
      ),
    );
}

/** Each element with its attributes, in their order. */
export const elementsOf = (markup: string): { tag: string; attributes: Record<string, string> }[] =>
  [...markup.matchAll(/<(\w+)((?: [\w-]+(?:="[^"]*")?)*) ?\/?>/g)].map(([, tag = '', given = '']) => ({
    tag,
    attributes: Object.fromEntries(
      [...given.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  }));

export const textOf = (markup: string): string =>
  markup
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
