import * as v from 'valibot';
import { commonErrors } from '../../protocol/errors.ts';
import { isMethodName, methods, type MethodName } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { checkShape } from '../compat/shapes/shape-of-answer.ts';
import { isFields, type Fields } from './fields.ts';

/**
 * Throws unless an answer is one that the method's row allows: its output and nothing beside it, in the shape that
 * Slack's clients know, or a declared error.
 */
export function checkAnswer(method: string, answer: unknown): void {
  if (!isMethodName(method) || !isFields(answer)) return;
  if (answer['ok'] === true) {
    checkOutput(method, answer);
    checkShape(method, answer);
  } else checkError(method, answer);
}

function checkOutput(method: MethodName, answer: Fields): void {
  const { output }: MethodContract = methods[method];
  const own = withoutScopes(answer);
  const parsed = v.safeParse(output, own);
  if (!parsed.success) {
    const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
    throw new Error(`${method} answered what its row does not allow: ${faults.join('; ')}`);
  }
  const extra = undeclared(parsed.output, own).filter((path) => !envelope.includes(path));
  if (extra.length > 0) throw new Error(`${method} answered what its row does not name: ${extra.join(', ')}`);
}

/** What any answer may have around the method's own (workers/api/encode.ts). */
const envelope = ['.ok', '.warning', '.response_metadata'];

function checkError(method: MethodName, { error }: Fields): void {
  const { errors }: MethodContract = methods[method];
  const isDeclared =
    typeof error === 'string' && (errors.includes(error) || Object.hasOwn(commonErrors, error));
  // api.test answers whatever error it is asked for.
  if (!isDeclared && method !== 'api.test')
    throw new Error(`${method} answered an error that it does not declare: ${String(error)}`);
}

/** The SDKs put two headers there. */
function withoutScopes(answer: Fields): Fields {
  const { response_metadata: metadata, ...rest } = answer;
  if (!isFields(metadata)) return rest;
  const { scopes: _scopes, acceptedScopes: _accepted, ...own } = metadata;
  return Object.keys(own).length === 0 ? rest : { ...rest, response_metadata: own };
}

/** Paths that are in what came and not in what a schema, which drops what it does not know, made of it. */
function undeclared(known: unknown, given: unknown, path = ''): string[] {
  if (Array.isArray(given) && Array.isArray(known))
    return given.flatMap((item: unknown, index) => undeclared(known[index], item, `${path}[${index}]`));
  if (!isFields(given)) return [];
  if (!isFields(known)) return [path];
  return Object.entries(given).flatMap(([key, value]) =>
    Object.hasOwn(known, key) ? undeclared(known[key], value, `${path}.${key}`) : [`${path}.${key}`],
  );
}
