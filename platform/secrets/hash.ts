const encoder = new TextEncoder();

/** What is stored of a secret of 40: too long to be guessed back, so it needs neither salt nor stretching. */
export async function sha256Hex(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** For what is short enough to be guessed, a code of six digits: worthless without the deployment's key. */
export async function hmacSha256Hex(key: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign(algorithm, imported, encoder.encode(text)));
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
