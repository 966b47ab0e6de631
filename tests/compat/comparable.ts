import { isFields } from '../support/fields.ts';

/**
 * An answer without what no two workspaces share: ids, times, secrets and names that were made up are exchanged for
 * their kind and the order in which the script met them.
 */
export class Comparable {
  readonly #met = new Map<string, string>();
  readonly #kinds = new Map<string, number>();

  of(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) {
      const items = value.map((item: unknown) => this.of(item));
      // Lists of people and channels go by ids, which are random.
      return byId.has(key) ? items.toSorted((one, other) => textOf(one).localeCompare(textOf(other))) : items;
    }
    if (isFields(value)) {
      return Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => !random.has(name) && !name.startsWith('image_'))
          .map(([name, item]) => [this.#text(name), this.of(item, name)]),
      );
    }
    if (typeof value === 'number') return value > 1_000_000_000 ? 'a time' : value;
    if (key === 'next_cursor') return value === '' ? '' : 'more';
    return typeof value === 'string' ? this.#text(value) : value;
  }

  #text(text: string): string {
    return text.replace(madeUp, (found) => this.#named(found));
  }

  #named(found: string): string {
    const known = this.#met.get(found);
    if (known !== undefined) return known;
    const kind = /^\d{10}\./.test(found) ? 'ts' : /^[a-z0-9]{24}$/.test(found) ? 'hash' : found.charAt(0);
    const number = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, number);
    const name = `${kind}#${number}`;
    this.#met.set(found, name);
    return name;
  }
}

const madeUp =
  /\b(?:[TUCDGBKISQ]0[A-Z0-9]{10}|Rm[A-Z0-9]{11}|Bk[A-Z0-9]{10}|\d{10}\.\d{6}|[A-Za-z]+[-.][0-9a-f]{10}|(?<=\/emoji\/\w+\/)[a-z0-9]{24})\b/g;
const random = new Set(['color', 'avatar_hash', 'url', 'domain', 'scopes', 'acceptedScopes']);
const byId = new Set(['members', 'channels', 'users']);
const textOf = (value: unknown): string => JSON.stringify(value);
