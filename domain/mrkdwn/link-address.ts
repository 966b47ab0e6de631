/**
 * The only addresses that a message can link to: http and https with a host, and mailto. No white space, double quotes,
 * controls, nor signs that turn the direction of text, which could show another address than the one that opens.
 */
const allowed =
  /^(?:https?:\/\/[^\s/?#<>"'`\\|^{}%]+(?:[/?#][^\s<>"`\\]*)?|mailto:[^\s<>"'`\\@]+@[^\s<>"'`\\]+)$/i;
const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Undefined for anything else, whatever its scheme. */
export const linkAddress = (text: string): string | undefined =>
  allowed.test(text) && !hidden.test(text) ? text : undefined;
