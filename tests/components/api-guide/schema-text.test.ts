import type { Schema } from '@/components/api-guide/api-document';
import { limitText, typeText } from '@/components/api-guide/schema-text';

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
  [{ type: 'number', minimum: 0, maximum: 1, default: null }, '0 to 1; else null'],
  [{ anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }] }, '0 to 1'],
  [{ type: 'string', default: '' }, 'else ""'],
];

test.each(limits)('%j is limited to “%s”', (schema, message) => {
  expect(limitText(schema)).toBe(message);
});
