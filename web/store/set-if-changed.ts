import type { WritableAtom } from 'nanostores';

/** A value that shows the same, field by field and row by row, is the same: nobody is told. */
export function setIfChanged<Value extends object>($atom: WritableAtom<Value>, value: Value): void {
  const before = $atom.get();
  const isSame = (Object.keys(value) as (keyof Value)[]).every((key) => isSameField(before[key], value[key]));
  if (!isSame) $atom.set(value);
}

function isSameField(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}
