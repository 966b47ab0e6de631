import * as v from 'valibot';

/**
 * Shapes of Slack's answers, out of its OpenAPI file. A type is a text that a reader and tests/compat/check-shape.ts
 * understand: `string`, `integer`, `id:C/G/D`, `ts`, `'message'`, the name of a shape; `[]` behind it and `|` between.
 * A shape is its fields (`?`: it may be missing), or a type that it stands for.
 */
type Fields = Readonly<Record<string, string>>;
export type Shapes = Readonly<Record<string, Fields | string>>;

interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  /** A list of schemas means one of them, a whim of this file; the element where there is but one. */
  readonly items?: Schema | readonly Schema[] | undefined;
  readonly enum?: readonly (string | boolean)[] | undefined;
}
const Schema: v.GenericSchema<unknown, Schema> = v.object({
  $ref: v.optional(v.string()),
  type: v.optional(v.union([v.string(), v.array(v.string())])),
  properties: v.optional(
    v.record(
      v.string(),
      v.lazy(() => Schema),
    ),
  ),
  required: v.optional(v.array(v.string())),
  items: v.optional(v.union([v.array(v.lazy(() => Schema)), v.lazy(() => Schema)])),
  enum: v.optional(v.array(v.union([v.string(), v.boolean()]))),
});
const Operation = v.object({
  responses: v.object({ '200': v.optional(v.object({ schema: v.optional(Schema) })) }),
});
const Specification = v.object({
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  definitions: v.record(v.string(), Schema),
});

/** What the alternatives of a definition are; a definition without such a line numbers them. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  conversation: ['channel', 'mpim', 'im'],
  user: ['person', 'enterprise_person'],
};

/** Definitions that are words of a kind. Ids have eight characters and more behind their letter, wherever they stand. */
const words: Readonly<Record<string, string>> = {
  defs_ok_true: 'true',
  defs_ts: 'ts',
  defs_app_id: 'id:A',
  defs_optional_app_id: "id:A | ''",
  defs_bot_id: 'id:B',
  defs_channel: 'id:C/G/D',
  defs_channel_id: 'id:C',
  defs_comment_id: 'id:Fc',
  defs_dm_id: 'id:D',
  defs_group_id: 'id:G',
  defs_enterprise_id: 'id:E',
  defs_file_id: 'id:F',
  defs_reminder_id: 'id:Rm',
  defs_subteam_id: 'id:S',
  defs_team: 'id:T',
  defs_topic_purpose_creator: "id:U/W | ''",
  defs_user_id: 'id:U/W',
  defs_enterprise_user_id: 'id:U/W',
  defs_workspace_id: 'id:T/E',
};

export interface Derived {
  /** By the names of their methods. */
  readonly answers: Shapes;
  /** What is in them. */
  readonly objects: Shapes;
}

/** The shapes of the successful answers of `methods`, as far as the file has them. */
export function derive(specification: unknown, methods: readonly string[]): Derived {
  const { paths, definitions } = v.parse(Specification, specification);
  const objects: Record<string, Fields | string> = {};
  const answers: Record<string, Fields | string> = {};
  for (const method of methods) {
    const [operation] = Object.values(paths[`/${method}`] ?? {});
    const schema = operation?.responses['200']?.schema;
    if (schema === undefined) continue;
    answers[method] = schema.properties === undefined ? typeOf(schema, method) : fieldsOf(schema, method);
  }
  return { answers, objects };

  function typeOf(schema: Schema, name: string): string {
    const { $ref, type, properties, items, enum: values } = schema;
    if ($ref !== undefined) return referred($ref.slice($ref.lastIndexOf('/') + 1));
    if (values !== undefined) return values.map((value) => literal(value)).join(' | ');
    if (properties !== undefined) return named(name, fieldsOf(schema, name));
    if (isList(items) && type !== 'array')
      return unionOf(
        items.map((item, index) => typeOf(item, alternatives[name]?.[index] ?? `${name}.${index + 1}`)),
      );
    if (typeof type === 'object') return unionOf(type.map((one) => (one === 'array' ? 'any[]' : one)));
    if (type !== 'array') return type ?? 'any';
    if (items === undefined) return 'any[]';
    const item = typeOf(isList(items) ? { items } : items, `${name}.item`);
    return `${item.includes(' | ') ? named(`${name}.item`, item) : item}[]`;
  }

  function fieldsOf({ properties = {}, required = [] }: Schema, name: string): Fields {
    return Object.fromEntries(
      Object.entries(properties).map(([field, schema]) => [
        required.includes(field) ? field : `${field}?`,
        typeOf(schema, `${name}.${field}`),
      ]),
    );
  }

  function referred(definition: string): string {
    const word = words[definition];
    if (word !== undefined) return word;
    const schema = definitions[definition];
    if (schema === undefined) throw new Error(`the file has no definition ${definition}`);
    const name = definition.replace(/^(objs|defs)_/, '');
    if (objects[name] !== undefined) return name;
    // Named before it is read: some hold themselves.
    objects[name] = 'any';
    const type = typeOf(schema, name);
    if (type === name) return name;
    if (/^[\w:/]+$/.test(type)) {
      delete objects[name];
      return type;
    }
    objects[name] = type;
    return name;
  }

  function named(name: string, shape: Fields | string): string {
    const text = JSON.stringify(shape);
    const same = Object.entries(objects).find(([, known]) => JSON.stringify(known) === text);
    if (same !== undefined && same[0] !== name) return same[0];
    objects[name] = shape;
    return name;
  }
}

const isList = (items: Schema['items']): items is readonly Schema[] => Array.isArray(items);
const unionOf = (types: readonly string[]): string => [...new Set(types)].join(' | ');
const literal = (value: string | boolean): string =>
  typeof value === 'string' ? `'${value}'` : String(value);
