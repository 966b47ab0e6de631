import { isFields } from './fields.ts';

/** Fields (`?`: it may be missing; `...`: others may be there too), or a type that the name stands for. */
export type Shape = Readonly<Record<string, string>> | string;
export type Shapes = Readonly<Record<string, Shape>>;

/**
 * What of a value a type does not allow, one line each: a field that is missing, of another kind or not named.
 * Types are written as dev/slack-shapes/derive.ts says.
 */
export function faultsOf(shapes: Shapes, type: string, value: unknown, path = ''): string[] {
  const each = type.split(' | ').map((one) => faultsOfOne(shapes, one, value, path));
  // Of several that it could be, what it comes nearest to is what it was meant as.
  return each.reduce((best, faults) => (faults.length < best.length ? faults : best));
}

function faultsOfOne(shapes: Shapes, type: string, value: unknown, path: string): string[] {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${path}: ${kindOf(value)} instead of a list`];
    const item = type.slice(0, -2);
    return value.flatMap((one: unknown, index) => faultsOf(shapes, item, one, `${path}[${index}]`));
  }
  const isOfKind = primitives[type] ?? ofWord(type);
  if (isOfKind !== undefined) return isOfKind(value) ? [] : [`${path}: ${kindOf(value)} instead of ${type}`];
  const shape = shapes[type];
  if (shape === undefined) throw new Error(`there is no shape ${type}`);
  return typeof shape === 'string'
    ? faultsOf(shapes, shape, value, path)
    : faultsOfFields(shapes, shape, value, path);
}

function faultsOfFields(
  shapes: Shapes,
  shape: Readonly<Record<string, string>>,
  value: unknown,
  path: string,
): string[] {
  if (!isFields(value)) return [`${path}: ${kindOf(value)} instead of an object`];
  const faults: string[] = [];
  for (const [key, type] of Object.entries(shape)) {
    if (key === '...') continue;
    const name = key.replace(/\?$/, '');
    if (value[name] !== undefined) faults.push(...faultsOf(shapes, type, value[name], `${path}.${name}`));
    else if (name === key) faults.push(`${path}.${name}: missing`);
  }
  const others = shape['...'];
  for (const [name, other] of Object.entries(value)) {
    if (Object.hasOwn(shape, name) || Object.hasOwn(shape, `${name}?`)) continue;
    if (others === undefined)
      faults.push(`${path}.${name}: ${kindOf(other)}, a field that the shape does not name`);
    else faults.push(...faultsOf(shapes, others, other, `${path}.${name}`));
  }
  return faults;
}

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  any: () => true,
  object: isFields,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  true: (value) => value === true,
  false: (value) => value === false,
  null: (value) => value === null,
  ts: (value) => typeof value === 'string' && /^\d{10}\.\d{6}$/.test(value),
};

/** `'literal'`, or `id:` and the letters that ids of this kind begin with. */
function ofWord(type: string): ((value: unknown) => boolean) | undefined {
  if (type.startsWith("'")) return (value) => value === type.slice(1, -1);
  if (!type.startsWith('id:')) return undefined;
  const form = new RegExp(`^(?:${type.slice(3).replaceAll('/', '|')})[A-Z0-9]{8,}$`);
  return (value) => typeof value === 'string' && form.test(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' && value.length < 40 ? `'${value}'` : typeof value;
}
