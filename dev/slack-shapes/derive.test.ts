import { expect, test } from 'vitest';
import { derive } from './derive.ts';

const definition = (name: string) => ({ $ref: `#/definitions/${name}` });
const specification = {
  paths: {
    '/things.list': {
      get: {
        responses: {
          '200': {
            schema: {
              type: 'object',
              required: ['ok', 'things'],
              properties: {
                ok: definition('defs_ok_true'),
                things: { type: 'array', items: definition('objs_thing') },
                next: { items: [{ type: 'string' }, { type: 'null' }] },
              },
            },
          },
        },
      },
    },
    '/things.other': { post: { responses: { '200': { schema: { properties: {} } } } } },
  },
  definitions: {
    defs_ok_true: { enum: [true], type: 'boolean' },
    defs_user_id: { pattern: '^[UW]', type: 'string' },
    objs_thing: {
      type: 'object',
      required: ['by'],
      properties: {
        by: definition('defs_user_id'),
        kind: { type: 'string', enum: ['one', 'two'] },
        topic: { type: 'object', properties: { value: { type: 'string' } } },
        purpose: { type: 'object', properties: { value: { type: 'string' } } },
        parent: definition('objs_thing'),
        parts: { type: 'array', items: [{ type: 'integer' }, { type: 'boolean' }] },
        fields: { type: ['object', 'null', 'array'] },
      },
    },
  },
};

test('a method’s answer becomes fields, and the objects in it shapes of their own', () => {
  const { answers, objects } = derive(specification, ['things.list', 'things.gone']);
  expect(answers).toEqual({ 'things.list': { ok: 'true', things: 'thing[]', 'next?': 'string | null' } });
  expect(objects).toEqual({
    thing: {
      by: 'id:U/W',
      'kind?': "'one' | 'two'",
      'topic?': 'thing.topic',
      // The same shape has one name.
      'purpose?': 'thing.topic',
      'parent?': 'thing',
      'parts?': 'thing.parts.item[]',
      'fields?': 'object | null | any[]',
    },
    'thing.topic': { 'value?': 'string' },
    'thing.parts.item': 'integer | boolean',
  });
});

test('what is no OpenAPI file is refused', () => {
  expect(() => derive({ openapi: '3.1' }, ['things.list'])).toThrow();
});
