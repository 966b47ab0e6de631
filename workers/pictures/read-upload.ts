import { readImage } from '../../domain/images/read-image.ts';
import type { ImageFacts } from '../../domain/images/read-image.ts';
import { bytesOfDataUrl } from './data-url.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  /** Undefined: no picture of a type that is taken. */
  readonly facts: ImageFacts | undefined;
}

/** What came as a picture: a part of a form with its bytes, a `data:` address, or bytes as a text, as some clients write them. */
export function readUpload(given: Uint8Array | string): Upload {
  const bytes = typeof given === 'string' ? bytesOf(given) : given;
  return { bytes, facts: readImage(bytes) };
}

const bytesOf = (text: string): Uint8Array => bytesOfDataUrl(text) ?? new TextEncoder().encode(text);
