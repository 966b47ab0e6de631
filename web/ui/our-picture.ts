/** Pictures of other sites are never fetched: whoever reads a message would call that site. */
export function isOurs(image: string | undefined): image is string {
  if (!image || !URL.canParse(image, location.href)) return false;
  return new URL(image, location.href).origin === location.origin;
}
