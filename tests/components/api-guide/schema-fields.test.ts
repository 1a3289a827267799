import { schemaFields } from '@/components/api-guide/schema-fields';

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
