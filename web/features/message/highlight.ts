import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** A lazy chunk of its own: core and the languages that teams paste. */
const languages = { bash, css, diff, go, json, python, rust, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
hljs.registerAliases(['js', 'javascript', 'jsx', 'ts', 'tsx'], { languageName: 'typescript' });

export type Look = 'key' | 'text' | 'name' | 'number' | 'dim';
export type Token = string | { readonly look: Look; readonly children: readonly Token[] };

/** Undefined where nothing fits: guessing is right only for code that is long enough to tell. */
export function highlight(code: string, language: string): readonly Token[] | undefined {
  const isKnown = hljs.getLanguage(language) !== undefined;
  if (!isKnown && (language !== '' || code.length < 40)) return undefined;
  const result = isKnown
    ? hljs.highlight(code, { language, ignoreIllegals: true })
    : hljs.highlightAuto(code);
  if (!isKnown && result.relevance < 6) return undefined;
  return tokensOf((result._emitter as unknown as { readonly rootNode: Node }).rootNode.children);
}

/** The tree that the library builds before it makes HTML of it: we make elements. */
interface Node {
  readonly scope?: string;
  readonly children: readonly (Node | string)[];
}

const tokensOf = (nodes: Node['children']): Token[] =>
  nodes.flatMap((node): Token[] => {
    if (typeof node === 'string') return [node];
    const children = tokensOf(node.children);
    const look = lookOf(node.scope ?? '');
    return look === undefined ? children : [{ look, children }];
  });

function lookOf(scope: string): Look | undefined {
  if (/^(keyword|built_in|literal|meta|selector-tag|tag|deletion)/.test(scope)) return 'key';
  if (/^(string|regexp|addition|quote)/.test(scope)) return 'text';
  if (/^(title|function|name|attr|property|section|variable|type|class)/.test(scope)) return 'name';
  if (/^(number|symbol|bullet)/.test(scope)) return 'number';
  return scope === 'comment' ? 'dim' : undefined;
}
