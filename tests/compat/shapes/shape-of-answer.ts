import { isMethodName } from '../../../protocol/methods.ts';
import { faultsOf, type Shapes } from '../../support/check-shape.ts';
import { isFields } from '../../support/fields.ts';
import { answers } from './answers.ts';
import { objects } from './objects.ts';
import { oursAlone } from './ours-alone.ts';

const shapes: Shapes = { ...objects, ...answers };

/** Throws unless the answer of a method of Slack's has the shape that it has there. */
export function checkShape(method: string, answer: unknown): void {
  if (!isMethodName(method) || !isFields(answer) || answer['ok'] !== true) return;
  if (oursAlone.has(method)) return;
  if (answers[method] === undefined)
    throw new Error(
      `${method} has no shape: run dev/slack-shapes.ts if Slack’s file has it, add it to dev/slack-shapes/additions.ts if only newer sources have it, or name it in tests/compat/shapes/ours-alone.ts`,
    );
  const faults = faultsOf(shapes, method, withoutEnvelope(answer));
  if (faults.length > 0) throw new Error(`${method} is not as Slack’s: ${faults.slice(0, 10).join('; ')}`);
}

/** Any answer may warn, and the SDKs put two headers into it. */
function withoutEnvelope({
  warning: _warning,
  response_metadata: metadata,
  ...answer
}: Readonly<Record<string, unknown>>): object {
  if (!isFields(metadata))
    return metadata === undefined ? answer : { ...answer, response_metadata: metadata };
  const {
    warnings: _warnings,
    messages: _messages,
    scopes: _scopes,
    acceptedScopes: _accepted,
    ...own
  } = metadata;
  return Object.keys(own).length === 0 ? answer : { ...answer, response_metadata: own };
}
