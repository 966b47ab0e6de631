import { afterAll, beforeAll, expect, test } from 'vitest';
import { methods } from '../../protocol/methods.ts';
import { startHouse } from '../support/house.ts';
import { errorCases } from './error-cases/all.ts';
import { provoke } from './error-cases/error-case.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld(await startHouse());
});
afterAll(() => world.house.stop());

const pairOf = (method: string, error: string): string => `${method} ${error}`;
const declared = Object.entries(methods).flatMap(([method, { errors }]) =>
  errors.map((error) => pairOf(method, error)),
);
const tried = errorCases.map(({ method, error }) => pairOf(method, error));

test('every error that a method declares has its case, and every case its error', () => {
  expect(declared.filter((pair) => !tried.includes(pair))).toEqual([]);
  expect(tried.filter((pair) => !declared.includes(pair))).toEqual([]);
  expect(new Set(tried).size).toBe(tried.length);
});

const runnable = errorCases.flatMap(({ method, error, way }) =>
  'notYet' in way ? [] : [{ method, error, way }],
);
test.each(runnable)('$method refuses with $error', async ({ method, error, way }) => {
  expect(await provoke(world, method, way)).toMatchObject({ ok: false, error });
});
