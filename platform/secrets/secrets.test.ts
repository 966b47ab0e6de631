import { expect, test } from 'vitest';
import { isTeamId, isUserId } from '../../protocol/ids.ts';
import { isSameSecret } from './compare.ts';
import { hmacSha256Hex, sha256Hex } from './hash.ts';
import { mintCode, mintId, mintSecret } from './mint.ts';

test('a secret is 40 of base62, each letter as likely as the next', () => {
  const drawn = Array.from({ length: 2_000 }, mintSecret);
  expect(drawn.every((secret) => /^[A-Za-z0-9]{40}$/.test(secret))).toBe(true);
  expect(new Set(drawn).size).toBe(drawn.length);
  const counts = new Map<string, number>();
  for (const letter of drawn.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // 80,000 draws over 62 letters: 1,290 ± 36. Seven deviations never happen by chance; a modulo bias gives twelve.
  for (const count of counts.values()) expect(Math.abs(count - 80_000 / 62)).toBeLessThan(7 * 36);
});

test('minters take no argument: what a library passes changes nothing', () => {
  const asCalledBack: (context: unknown) => string = mintSecret;
  expect(asCalledBack({ model: 'user' })).toHaveLength(40);
});

test('ids are of their kind, codes are six digits', () => {
  expect(isTeamId(mintId('T'))).toBe(true);
  expect(isUserId(mintId('U'))).toBe(true);
  expect(mintId('C')).toMatch(/^C0[A-Z0-9]{10}$/);
  expect(mintCode()).toMatch(/^\d{6}$/);
});

test('hashes are the known ones', async () => {
  expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  // RFC 4231, test case 2.
  expect(await hmacSha256Hex('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('secrets are the same or not', async () => {
  expect(await isSameSecret('abc', 'abc')).toBe(true);
  for (const other of ['abd', 'ab', 'abcd', '']) expect(await isSameSecret('abc', other)).toBe(false);
});
