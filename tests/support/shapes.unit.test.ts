import { expect, test } from 'vitest';
import { methods } from '../../protocol/methods.ts';
import { faultsOf } from './check-shape.ts';
import { answers } from '../compat/shapes/answers.ts';
import { objects } from '../compat/shapes/objects.ts';
import { oursAlone } from '../compat/shapes/ours-alone.ts';

test('every method has a shape of Slack’s, or is named as ours alone', () => {
  const lost = Object.keys(methods).filter(
    (method) => answers[method] === undefined && !oursAlone.has(method),
  );
  expect(lost, 'run dev/slack-shapes.ts; see checkShape for what else to do').toEqual([]);
});

test('no shape is of a method that is not here, and none of a method of ours', () => {
  expect(Object.keys(answers).filter((method) => !Object.hasOwn(methods, method))).toEqual([]);
  expect([...oursAlone].filter((method) => answers[method] !== undefined)).toEqual([]);
});

test('every name that a shape uses is a shape or a type', () => {
  const shapes = { ...objects, ...answers };
  for (const shape of Object.values(shapes)) {
    const types = typeof shape === 'string' ? [shape] : Object.values(shape);
    for (const type of types) expect(() => faultsOf(shapes, type, [{}])).not.toThrow();
  }
});
