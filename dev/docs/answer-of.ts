import * as v from 'valibot';
import * as entities from '../../protocol/entities.ts';
import * as ids from '../../protocol/ids.ts';
import { Timestamp } from '../../protocol/timestamp.ts';

export interface AnswerLine {
  /** Its path in the answer: `channel`, `messages[]`, `team.id`. */
  readonly path: string;
  /** Wherever what holds it is there. */
  readonly isAlways: boolean;
  readonly about: string;
}

/** What a method answers beside `ok`, as its schema says it: a line for each field, also of objects inside. */
export const answerOf = (output: v.GenericSchema): AnswerLine[] => linesOf(entriesOf(output), '');

/** The objects that many methods answer with: told once, and linked to where a field is one. */
export const objects: readonly (readonly [name: string, schema: v.GenericSchema])[] = [
  ['Message', entities.Message],
  ['Reaction', entities.Reaction],
  ['Bot profile', entities.BotProfile],
  ['Conversation', entities.Conversation],
  ['User', entities.User],
  ['Profile', entities.Profile],
  ['User group', entities.Usergroup],
  ['Bookmark', entities.Bookmark],
  ['Workspace', entities.Team],
  ['Paging', entities.Paging],
];

const words = new Map<unknown, string>([
  ...objects.map(([name, schema]) => [schema, linkTo(name)] as const),
  [entities.MessageRow, linkTo('Message')],
  [entities.Block, 'block of Block Kit'],
  [entities.Attachment, 'attachment'],
  [ids.TeamId, 'a workspace’s id, `T…`'],
  [ids.UserId, 'a person’s id, `U…`'],
  [ids.BotId, 'a bot’s id, `B…`'],
  [ids.ChannelId, 'a conversation’s id, `C…`, `D…` or `G…`'],
  [ids.UsergroupId, 'a user group’s id, `S…`'],
  [ids.InvitationId, 'an invitation’s id, `I…`'],
  [ids.CredentialId, 'an id of a session or token, `K…`'],
  [ids.ScheduledMessageId, 'a scheduled message’s id, `Q…`'],
  [ids.ReminderId, 'a reminder’s id, `Rm…`'],
  [ids.BookmarkId, 'a bookmark’s id, `Bk…`'],
  [Timestamp, 'a `ts`'],
]);

function linkTo(name: string): string {
  return `[${name}](#${name.toLowerCase().replaceAll(' ', '-')})`;
}

function linesOf(entries: v.ObjectEntries, before: string): AnswerLine[] {
  return Object.entries(entries).flatMap(([name, entry]) => {
    const path = before === '' ? name : `${before}.${name}`;
    const isAlways = entry.type !== 'optional';
    const schema = isAlways ? entry : wrappedOf(entry);
    const { at, inner } = insideOf(schema, path);
    const known = knownIn(inner);
    const within = words.has(inner) ? [] : linesOf(withoutKnown(entriesOf(inner), known), at);
    // An object that is always there is told by its fields.
    return within.length > 0 && isAlways && at === path && known === undefined
      ? within
      : [{ path, isAlways, about: aboutOf(schema) }, ...within];
  });
}

/** The object that this one is, with more fields: it has the very same schemas. */
function knownIn(schema: v.GenericSchema): (typeof objects)[number] | undefined {
  const entries = entriesOf(schema);
  return objects.find(([, known]) =>
    Object.entries(entriesOf(known)).every(([name, entry]) => entries[name] === entry),
  );
}
const withoutKnown = (entries: v.ObjectEntries, known: (typeof objects)[number] | undefined) => {
  const told = known === undefined ? {} : entriesOf(known[1]);
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !Object.hasOwn(told, name)));
};

/** What the items of a list, or the values of a record, are, and the path to them. */
function insideOf(schema: v.GenericSchema, path: string): { at: string; inner: v.GenericSchema } {
  if (words.has(schema)) return { at: path, inner: schema };
  if ('item' in schema) return insideOf(schema.item as v.GenericSchema, `${path}[]`);
  if (schema.type === 'record') return insideOf(valueOf(schema), `${path}.<name>`);
  return { at: path, inner: schema };
}

function aboutOf(schema: v.GenericSchema): string {
  const known = words.get(schema) ?? v.getDescription(schema);
  if (known !== undefined) return known;
  if ('item' in schema) return `list: ${aboutOf(schema.item as v.GenericSchema)}`;
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true or false';
    case 'null':
      return '`null`';
    case 'literal':
      return `\`${JSON.stringify((schema as v.LiteralSchema<string | boolean | number, undefined>).literal)}\``;
    case 'picklist':
      return `one of ${optionsOf(schema).join(', ')}`;
    case 'union':
      return (optionsOf(schema) as v.GenericSchema[]).map((option) => briefOf(option)).join(' or ');
    case 'nullable':
      return `${aboutOf(wrappedOf(schema))} or \`null\``;
    case 'record':
      return `by name: ${aboutOf(valueOf(schema))}`;
    case 'unknown':
      return 'anything';
    default: {
      const more = knownIn(schema);
      return more === undefined ? 'object' : `${linkTo(more[0])}, and:`;
    }
  }
}

/** Of one of several that a field may be. */
function briefOf(schema: v.GenericSchema): string {
  const fields = Object.keys(entriesOf(schema));
  return words.has(schema) || fields.length === 0 ? aboutOf(schema) : `\`{ ${fields.join(', ')} }\``;
}

const entriesOf = (schema: v.GenericSchema): v.ObjectEntries =>
  'entries' in schema ? (schema.entries as v.ObjectEntries) : {};
const wrappedOf = (schema: v.GenericSchema | v.ObjectEntries[string]): v.GenericSchema =>
  (schema as v.OptionalSchema<v.GenericSchema, undefined>).wrapped;
const valueOf = (schema: v.GenericSchema): v.GenericSchema =>
  (schema as v.RecordSchema<v.GenericSchema<string>, v.GenericSchema, undefined>).value;
const optionsOf = (schema: v.GenericSchema): readonly unknown[] =>
  'options' in schema ? (schema.options as readonly unknown[]) : [];
