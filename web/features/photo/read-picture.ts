/** What the server takes (users.setPhoto). */
export const pictureTypes = 'image/png,image/jpeg,image/gif,image/webp';

/** Undefined: no picture that this browser can read. */
export async function bitmapOf(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

/** The bytes as they are, as an address. */
export const dataUrlOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, drawn so large. A photograph stays one: as PNG it would be ten times as long. */
export function drawn(
  bitmap: ImageBitmap,
  { left, top, width, height }: Part,
  size: { readonly width: number; readonly height: number },
  isPhotograph: boolean,
): string {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser does not draw');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, left, top, width, height, 0, 0, size.width, size.height);
  return isPhotograph ? canvas.toDataURL('image/jpeg', 0.9) : canvas.toDataURL('image/png');
}
