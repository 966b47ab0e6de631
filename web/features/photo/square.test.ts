import { expect, test } from 'vitest';
import { dragged, squareOf, wholeView } from './square.ts';

const wide = { width: 400, height: 200 };

test('without a wish it is the middle, as large as fits', () => {
  expect(squareOf(wide, wholeView)).toEqual({ left: 100, top: 0, side: 200 });
  expect(squareOf({ width: 200, height: 400 }, wholeView)).toEqual({ left: 0, top: 100, side: 200 });
});

test('it never leaves the picture', () => {
  for (const zoom of [1, 1.7, 4])
    for (const across of [0, 0.3, 1])
      for (const down of [0, 0.6, 1]) {
        const { left, top, side } = squareOf(wide, { zoom, across, down });
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + side).toBeLessThanOrEqual(400);
        expect(top + side).toBeLessThanOrEqual(200);
      }
});

test('what is dragged follows the pointer, until the edge', () => {
  const moved = dragged(wide, wholeView, 0.25, 0.25);
  expect(squareOf(wide, moved)).toEqual({ left: 50, top: 0, side: 200 });
  expect(squareOf(wide, dragged(wide, wholeView, 9, 9)).left).toBe(0);
  expect(squareOf(wide, dragged(wide, wholeView, -9, 0)).left).toBe(200);
});
