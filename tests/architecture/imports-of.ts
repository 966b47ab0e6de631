import { parseAst } from 'vitest/node';

export interface Imports {
  readonly specifiers: readonly string[];
  /** Dynamic imports whose target is computed. */
  readonly unreadable: readonly string[];
}

/** Every kind that names a module: the walk looks at all nodes, since a type can import anywhere. */
const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
  'TSExternalModuleReference',
]);

/** What a file imports: static, type-only, dynamic, in a type, and what it exports from elsewhere. */
export function importsOf(path: string, source: string): Imports {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  const specifiers: string[] = [];
  const unreadable: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isRecord(node)) return;
    if (typeof node['type'] === 'string' && importing.has(node['type'])) {
      const target = node['source'] ?? node['expression'];
      if (isRecord(target) && typeof target['value'] === 'string') specifiers.push(target['value']);
      // An `export` without a source names no module.
      else if (target) unreadable.push(source.slice(Number(node['start']), Number(node['end'])));
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(source, { lang }));
  return { specifiers, unreadable };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
