import { expect, test } from 'vitest';
import { DownFrame } from './down-frame.ts';
import { events } from './events.ts';
import { closeCodes, heartbeat, HelloFrame, UpFrame } from './frames.ts';
import { shape } from './version.ts';

/**
 * Clients and objects of this version and of the last one talk to each other, and what is stored outlives both. So
 * a change of the wire is noticed here. When this fails:
 *
 *  - A new event or frame, or a new optional field: nothing breaks. Set `shape` in version.ts to what was received.
 *  - A field that is gone, renamed, newly required, of another type or meaning: an older client breaks. Find a way
 *    that does not, or raise `version` with a line of its history (and `versionFloor`, if older clients cannot go
 *    on), then set `shape`.
 */
test('the shape of frames and events is that of this version', () => {
  const bodies = Object.entries(events).map(([name, { audience, durable, scope, body }]) => [
    name,
    { audience, durable, scope: scope ?? null, body: shapeOf(body) },
  ]);
  const wire = {
    up: shapeOf(UpFrame),
    down: shapeOf(DownFrame),
    events: Object.fromEntries(bodies) as unknown,
    closeCodes,
    heartbeat,
  };
  expect(hashOf(JSON.stringify(sorted(wire)))).toBe(shape);
});

test('what changes the shape changes its hash', () => {
  const shapes = [
    UpFrame,
    DownFrame,
    HelloFrame,
    ...Object.values(events).map(({ body }) => body),
    HelloFrame.entries.channels,
    HelloFrame.entries.channels.item.entries.people,
    HelloFrame.entries.self.entries.id,
  ].map((schema) => JSON.stringify(sorted(shapeOf(schema))));
  expect(new Set(shapes.map(hashOf)).size).toBe(shapes.length);
  // Nothing of a schema was passed over: an id's pattern, a bound, a default, an optional field.
  const all = shapes.join('\n');
  for (const part of [
    '^[CDG][A-Z0-9]{11}$',
    '"optional"',
    '"max_length"',
    '"cursors"',
    '"variant"',
    '"brand"',
  ])
    expect(all).toContain(part);
});

type Parts = Readonly<Record<string, unknown>>;
const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSchema = (value: unknown): value is Parts => isParts(value) && typeof value['kind'] === 'string';

/** Of a valibot schema all that decides what it takes, as plain JSON. */
function shapeOf(schema: unknown): unknown {
  if (schema instanceof RegExp) return String(schema);
  if (Array.isArray(schema)) return schema.map(shapeOf);
  if (!isParts(schema)) return typeof schema === 'function' ? 'function' : schema;
  if (!isSchema(schema)) {
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, shapeOf(value)]));
  }
  const pipe = schema['pipe'];
  if (Array.isArray(pipe)) return { pipe: pipe.map(shapeOf) };
  const deciding = [
    'type',
    'entries',
    'options',
    'item',
    'key',
    'value',
    'wrapped',
    'default',
    'literal',
    'requirement',
    'name',
    'rest',
  ];
  return Object.fromEntries(
    deciding.filter((key) => schema[key] !== undefined).map((key) => [key, shapeOf(schema[key])]),
  );
}

/** The order in which keys were written decides nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isParts(value)) return value;
  const keys = Object.keys(value).sort((one, other) => (one < other ? -1 : 1));
  return Object.fromEntries(keys.map((key): [string, unknown] => [key, sorted(value[key])]));
}

/** FNV-1a of 64 bits: this runs wherever protocol/ runs. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
