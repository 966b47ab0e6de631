// As better-auth (zod) checks it, so that what passes here passes there: ASCII, so no look-alike letters.
const pattern = /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;

/** An address as it is stored and compared: trimmed, lower case. */
export function parseEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && pattern.test(email) ? email : undefined;
}
