import { expect, test } from 'vitest';
import { commonErrors } from '../../protocol/errors.ts';
import { isMethodName, methods } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { listed } from '../compat/errors/listed.ts';
import { notHere } from '../compat/errors/not-here.ts';
import { oursAlone } from '../compat/shapes/ours-alone.ts';

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Codes that Slack lists for a method, and that its row does not declare. */
const open = Object.entries(listed).flatMap(([method, codes]) => {
  if (!isMethodName(method)) return [];
  const { errors }: MethodContract = methods[method];
  return words(codes)
    .filter((code) => !errors.includes(code) && !Object.hasOwn(commonErrors, code))
    .map((code) => ({ method, code }));
});
const explains = ({ method, code }: (typeof open)[number], one: (typeof notHere)[number]): boolean =>
  words(one.codes).includes(code) && (one.of === undefined || words(one.of).includes(method));

test('every method of Slack’s has its list of codes', () => {
  const lost = Object.keys(methods).filter((name) => listed[name] === undefined && !oursAlone.has(name));
  expect(lost, 'run dev/slack-errors.ts').toEqual([]);
});

test('each code that Slack lists for a method is declared by its row, or there is a reason why it cannot arise', () => {
  const unexplained = open.filter((pair) => !notHere.some((one) => explains(pair, one)));
  expect(unexplained.map(({ method, code }) => `${method}: ${code}`)).toEqual([]);
});

test('no reason is left over', () => {
  const needless = notHere.flatMap((one) =>
    words(one.codes).filter((code) => !open.some((pair) => pair.code === code && explains(pair, one))),
  );
  expect(needless).toEqual([]);
});
