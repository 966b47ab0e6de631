import { describe, expect, test } from 'vitest';
import { readImage } from './read-image.ts';

/** Real files, made by libvips, as hexadecimal digits. */
const files = {
  png: '89504e470d0a1a0a0000000d49484452000000030000000208060000009d74661a0000000970485973000003e8000003e801b57b526b0000001149444154089963382167f31f8619903900a3df0cc705d75a7b0000000049454e44ae426082',
  webp: '524946462e0000005745425056503820220000007001009d012a070006000cc0ce25a0027401400000fed78e0c3d4adfae8a20000000',
  lossless: '524946461e000000574542505650384c110000002f08c0010007508f2297a7ff8188e87f0000',
  gif: '474946383961040004008000004c697100000021ff0b4e45545343415045322e30030100000021f904050a0000002c00000000040004000002048c8f19050021f904050a0000002c0000000004000400804c697150000002048c8f19050021f904050a0000002c0000000004000400804c6971a0000002048c8f1905003b',
  animated:
    '52494646e000000057454250565038580a00000002000000030000030000414e494d06000000ffffffff0000414e4d46300000000000000000000300000300006400000256503820180000003001009d012a040004000cc0ce25a400037000feec670000414e4d46380000000000000000000300000300006400000056503820200000007401009d012a040004000000ce25a0027401400000fee9eb9bd032db4f800000414e4d463c0000000000000000000300000300006400000056503820240000007401009d012a040004000000ce25a0027401400000fee5f9ed22107f176d16995c000000',
} as const;
const bytesOf = (name: keyof typeof files): Uint8Array =>
  Uint8Array.from(files[name].match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const lettersOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** What a camera writes before the frame: its notes, and tables. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe1, 0x00, 0x04, 0x00, 0x00, 0xff, 0xff, 0xc4, 0x00, 0x03, 0x00],
  ...[0xff, 0xc2, 0x00, 0x0b, 0x08, 0x00, 0x04, 0x00, 0x05, 0x01, 0x01, 0x11, 0x00],
]);

describe('a picture is told by its bytes', () => {
  test('with its size and its frames', () => {
    expect(readImage(bytesOf('png'))).toEqual({ type: 'image/png', width: 3, height: 2, frames: 1 });
    expect(readImage(jpeg)).toEqual({ type: 'image/jpeg', width: 5, height: 4, frames: 1 });
    expect(readImage(bytesOf('webp'))).toEqual({ type: 'image/webp', width: 7, height: 6, frames: 1 });
    expect(readImage(bytesOf('lossless'))).toEqual({ type: 'image/webp', width: 9, height: 8, frames: 1 });
    expect(readImage(bytesOf('gif'))).toEqual({ type: 'image/gif', width: 4, height: 4, frames: 3 });
    expect(readImage(bytesOf('animated'))).toEqual({ type: 'image/webp', width: 4, height: 4, frames: 3 });
  });

  test('wherever in a larger buffer they lie', () => {
    const png = bytesOf('png');
    const larger = new Uint8Array(png.length + 20);
    larger.set(png, 7);
    expect(readImage(larger.subarray(7, 7 + png.length))).toMatchObject({ width: 3, height: 2 });
  });

  test('and what is none is none, whatever it is called', () => {
    const texts = [
      '',
      'GIF89a',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<html>',
      'RIFFxxxxWEBPVP9 ',
      '\x89PNG',
    ];
    for (const text of texts) expect(readImage(lettersOf(text))).toBeUndefined();
    const empty = Uint8Array.from(bytesOf('gif'));
    empty.fill(0, 6, 10);
    expect(readImage(empty)).toBeUndefined();
  });

  test('and what is cut off anywhere is read or is none, never a fault', () => {
    for (const name of Object.keys(files) as (keyof typeof files)[]) {
      const whole = bytesOf(name);
      for (let length = 0; length < whole.length; length += 1) {
        const read = readImage(whole.subarray(0, length));
        expect(read === undefined || read.width < 10).toBe(true);
      }
    }
  });
});
