import * as v from 'valibot';

export interface ArgumentLine {
  readonly name: string;
  readonly isRequired: boolean;
  readonly about: string;
}

/** The arguments of a method as its schema says them. A schema that takes anything has none of its own. */
export function argumentsOf(schema: v.GenericSchema<unknown, object>): ArgumentLine[] {
  const entries = 'entries' in schema ? Object.entries(schema.entries as v.ObjectEntries) : [];
  return entries.map(([name, entry]) => argumentLine(name, entry as v.GenericSchema));
}

function argumentLine(name: string, schema: v.GenericSchema): ArgumentLine {
  if (!isOptional(schema)) return { name, isRequired: true, about: aboutOf(schema) };
  const { wrapped } = schema;
  const about = aboutOf(wrapped);
  const otherwise: unknown = v.getDefault(schema);
  const isTold = typeof otherwise === 'number' || typeof otherwise === 'boolean' || isWord(otherwise);
  return { name, isRequired: false, about: isTold ? `${about}; default \`${otherwise}\`` : about };
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value !== '';
type Optional = v.OptionalSchema<v.GenericSchema, undefined>;
const isOptional = (schema: v.GenericSchema): schema is Optional => schema.type === 'optional';

/** Its description, else what the schema expects. */
function aboutOf(schema: v.GenericSchema): string {
  const described = v.getDescription(schema);
  if (described !== undefined) return described;
  return 'options' in schema && schema.type === 'picklist'
    ? `one of ${(schema.options as readonly string[]).join(', ')}`
    : schema.expects.replaceAll(/[()"]/g, '');
}
