import * as v from 'valibot';

/**
 * Schemas that refuse in Slack's words. They judge what a program wrote and give it back as it was: whoever reads
 * blocks later has Slack's own reference for their types.
 */
export type Check = v.GenericSchema;

/** Before a fault that Slack reports of the object around it: a field that is missing or should not be there. */
export const ofParent = '^';

export const words = (most: number, least = 1): Check =>
  v.pipe(
    v.string('must provide a string'),
    v.minLength(least, `must be more than ${least - 1} characters`),
    v.maxLength(most, `must be less than ${most + 1} characters`),
  );
export const yesOrNo: Check = v.boolean('must provide a boolean');
export const number: Check = v.number('must provide a number');
export const integer = (least: number, most: number): Check =>
  v.pipe(
    v.number('must provide an integer'),
    v.integer('must provide an integer'),
    v.minValue(least, `must be more than ${least - 1}`),
    v.maxValue(most, `must be less than ${most + 1}`),
  );
export const oneOf = (...names: readonly string[]): Check => v.picklist(names, 'must be a valid enum value');

export const list = (item: Check, most: number, least = 1): Check =>
  v.pipe(
    v.array(item, 'must provide an array'),
    v.minLength(least, `must have at least ${least} ${least === 1 ? 'item' : 'items'}`),
    v.maxLength(most, `no more than ${most} items allowed`),
  );

/** With these fields and no other; one that may be left out is `maybe(…)`. */
export const object = (fields: Readonly<Record<string, Check>>): Check =>
  v.strictObject(fields, (issue) => {
    const field = issue.path?.at(-1)?.key;
    if (field === undefined) return 'must provide an object';
    return issue.expected === 'never'
      ? `${ofParent}invalid additional property: ${echo(field)}`
      : `${ofParent}missing required field: ${echo(field)}`;
  });
export const maybe = (schema: Check): Check => v.optional(schema);

/** By the object's `type`, which each of these schemas gets as a field. */
export function byType(kinds: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check {
  const schemas = new Map(
    Object.entries(kinds).map(([type, fields]) => [type, object({ type: v.literal(type), ...fields })]),
  );
  return v.lazy((given) => {
    const type: unknown = isFields(given) ? given['type'] : undefined;
    const known = typeof type === 'string' ? schemas.get(type) : undefined;
    if (known !== undefined) return known;
    if (type === undefined) return object({ type: v.string() });
    return v.object({ type: v.custom(() => false, `unsupported type: ${echo(type)}`) });
  });
}

/** Of an object that may be of several kinds Slack says first that it is none, then what is wrong with it. */
export const eitherOf = (schema: Check): Check =>
  v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { issues } = v.safeParse(schema, dataset.value);
      if (issues === undefined) return;
      addIssue({ message: 'failed to match all allowed schemas' });
      for (const { message, path } of issues)
        addIssue({ message, ...(path === undefined ? {} : { path: path }) });
    }),
  );

/** Beside what its schema says: a rule over several fields. */
export const where = (schema: Check, holds: (object: Fields) => boolean, message: string, at = ''): Check =>
  v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || !isFields(dataset.value) || holds(dataset.value)) return;
      const { value } = dataset;
      if (at === '') addIssue({ message });
      else
        addIssue({
          message,
          path: [{ type: 'object', origin: 'value', input: value, key: at, value: value[at] }],
        });
    }),
  );

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name that was sent, where it looks like one: no answer repeats what else a caller wrote. */
const echo = (name: unknown): string =>
  typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : 'unknown';
