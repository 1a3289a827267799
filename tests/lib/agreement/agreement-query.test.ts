import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { agreementQuery, choiceOf } from '@/lib/agreement/agreement-query';

const id = v7();

test('filters that are not given let everything through', () => {
  const query = agreementQuery.parse({});
  expect(query).toMatchObject({ measure: 'panel', layers: 'all', offsetUnit: 'code-point' });
  expect(choiceOf(query)).toEqual({
    analysts: undefined,
    layers: undefined,
    submittedOnly: false,
    from: undefined,
    to: undefined,
  });
});

test('layers are selected by analyst, date and id', () => {
  const asked = agreementQuery.parse({
    analysts: id,
    layers: id,
    from: '2026-01-01',
    to: '2026-01-01',
  });
  expect(choiceOf(asked)).toMatchObject({
    analysts: [id],
    layers: [id],
    submittedOnly: false,
    from: '2026-01-01',
  });
  expect(choiceOf(agreementQuery.parse({ layers: 'submitted' })).submittedOnly).toBe(true);
});

test.each([
  { measure: 'kappa' },
  { label: '' },
  { layers: 'mine' },
  { analysts: `${id};${id}` },
  { from: '2026-02-30' },
  { from: '2026-02-02', to: '2026-02-01' },
  { distance: 'masi2' },
  { offsetUnit: 'byte' },
  { source: 'x'.repeat(201) },
])('%p is refused', (asked) => {
  expect(agreementQuery.safeParse(asked).success).toBe(false);
});
