/** The bytes of a `data:` address, with base64 or percent signs; undefined if it is no such address. */
export function bytesOfDataUrl(address: string): Uint8Array | undefined {
  const parts = /^data:([^,]*),(.*)$/s.exec(address.trim());
  if (parts === null) return undefined;
  const [, about = '', data = ''] = parts;
  try {
    if (/;\s*base64\s*$/i.test(about)) {
      return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    }
    return new TextEncoder().encode(decodeURIComponent(data));
  } catch {
    return new Uint8Array();
  }
}
