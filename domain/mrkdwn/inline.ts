import { scan } from './scan.ts';
import type { Marker, Token } from './scan.ts';
import type { Inline } from './tree.ts';

const typeOf = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

interface Opened {
  readonly sign: Marker;
  /** Where its content begins in what encloses it. */
  readonly content: Inline[];
}

/**
 * Bold, italic and strike close within their line, and none lies in its own kind: three deep is the most. What was
 * opened and never closed is text again.
 */
export function parseInline(text: string, isVerbatim = false): Inline[] {
  const root: Inline[] = [];
  let open: Opened[] = [];
  const content = (): Inline[] => open.at(-1)?.content ?? root;
  const giveUpFrom = (depth: number): void => {
    const lost = open.slice(depth);
    open = open.slice(0, depth);
    for (const { sign, content: inner } of lost) {
      append(content(), { type: 'text', text: sign });
      for (const child of inner) append(content(), child);
    }
  };

  const marker = ({ sign, canOpen, canClose }: Extract<Token, { type: 'marker' }>): void => {
    const depth = open.findIndex((opened) => opened.sign === sign);
    const opened = open[depth];
    if (opened !== undefined && canClose && (opened.content.length > 0 || depth < open.length - 1)) {
      giveUpFrom(depth + 1);
      open = open.slice(0, depth);
      append(content(), { type: typeOf[sign], children: opened.content });
      return;
    }
    if (!canOpen) {
      append(content(), { type: 'text', text: sign });
      return;
    }
    // The later of two openers is the one that closes.
    if (depth !== -1) giveUpFrom(depth);
    open = [...open, { sign, content: [] }];
  };

  for (const token of scan(text, isVerbatim)) {
    if (token.type === 'marker') marker(token);
    else if (token.type === 'break') {
      giveUpFrom(0);
      append(root, { type: 'text', text: '\n' });
    } else append(content(), token);
  }
  giveUpFrom(0);
  return root;
}

/** Text beside text is one text. Joined once at the end of a run would be cheaper; runs are short. */
function append(children: Inline[], child: Inline): void {
  const last = children.at(-1);
  if (child.type === 'text' && last?.type === 'text') {
    children[children.length - 1] = { type: 'text', text: last.text + child.text };
  } else children.push(child);
}
