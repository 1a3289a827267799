import type { Schema } from '@/components/api-guide/api-document';
import { limitText, typeText, schemaFields } from '@/components/api-guide/schema-fields';

const types: [Schema, string][] = [
  [{}, 'anything'],
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'uuid' }, 'UUID'],
  [{ type: 'string', format: 'cidr' }, 'string (cidr)'],
  [{ type: 'string', enum: ['open', 'closed'] }, '"open", "closed"'],
  [{ type: 'string', const: 'done' }, '"done"'],
  [{ type: ['string', 'null'] }, 'string or null'],
  [{ type: 'array', items: { type: 'integer' } }, 'list of integer'],
  [{ type: 'object', properties: { a: {} } }, 'object'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'names, each with number'],
  [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number or null'],
  [{ anyOf: [{ type: 'string' }, { type: 'string', maxLength: 3 }] }, 'string'],
];

test.each(types)('%j is %s', (schema, message) => {
  expect(typeText(schema)).toBe(message);
});

const limits: [Schema, string][] = [
  [{ type: 'string' }, ''],
  [{ type: 'string', maxLength: 10_000 }, 'at most 10,000 characters'],
  [{ type: 'string', minLength: 1, maxLength: 128 }, '1 to 128 characters'],
  [{ type: 'array', minItems: 1 }, 'at least 1 entries'],
  [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, ''],
  [{ type: 'number', minimum: 0, maximum: 1, default: null }, '0 to 1; default null'],
  [{ anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }] }, '0 to 1'],
  [{ type: 'string', default: '' }, 'default ""'],
];

test.each(limits)('%j is limited to “%s”', (schema, message) => {
  expect(limitText(schema)).toBe(message);
});

const segment = {
  type: 'object',
  properties: { start: { type: 'integer' }, end: { type: 'integer' } },
  required: ['start'],
};

test('names every value by its path, each before what lies in it', () => {
  const fields = schemaFields({
    type: 'object',
    properties: {
      label: { type: 'string', maxLength: 8 },
      segments: { type: 'array', items: segment },
      span: { anyOf: [segment, { type: 'null' }] },
    },
    required: ['label'],
  });
  expect(fields).toEqual([
    { path: 'label', type: 'string', limits: 'at most 8 characters', required: true },
    { path: 'segments', type: 'list of object', limits: '', required: false },
    { path: 'segments[].start', type: 'integer', limits: '', required: true },
    { path: 'segments[].end', type: 'integer', limits: '', required: false },
    { path: 'span', type: 'object or null', limits: '', required: false },
    { path: 'span.start', type: 'integer', limits: '', required: true },
    { path: 'span.end', type: 'integer', limits: '', required: false },
  ]);
});

test('tells a value once where several forms have it', () => {
  const fields = schemaFields({ anyOf: [segment, segment] });
  expect(fields.map(({ path }) => path)).toEqual(['start', 'end']);
});

test('has nothing to name in a plain value', () => {
  expect(schemaFields({ type: 'string' })).toEqual([]);
});
