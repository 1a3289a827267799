import { neighbourOf } from '@/components/annotate/use-choosing';
import type { Annotation } from '@/lib/annotation/annotation';

const at = (id: string, start: number): Annotation => ({
  id,
  layerId: 'layer',
  label: 'direct_quote',
  segments: [{ start, end: start + 4 }],
  attributes: {},
  note: '',
  confidence: null,
  codebookVersion: 1,
  quote: 'word',
  prefix: '',
  suffix: '',
  version: 1,
  createdAt: '2026-11-24T00:00:00.000Z',
  updatedAt: '2026-11-24T00:00:00.000Z',
});

const three = [at('a', 10), at('b', 20), at('c', 20)];

test.each([
  ['a', 'next', 0, 'b'],
  ['b', 'next', 0, 'c'],
  ['c', 'next', 0, null],
  ['a', 'previous', 0, null],
  ['c', 'previous', 0, 'b'],
  [null, 'next', 0, 'a'],
  [null, 'next', 10, 'a'],
  [null, 'next', 11, 'b'],
  [null, 'next', 21, null],
  [null, 'previous', 10, null],
  [null, 'previous', 11, 'a'],
  [null, 'previous', 99, 'c'],
] as const)('from %s the %s one, the caret at %d, is %s', (from, to, caret, found) => {
  const chosen = three.find(({ id }) => id === from) ?? null;
  expect(neighbourOf(three, to, chosen, () => caret)?.id ?? null).toBe(found);
});

test('without annotations there is none', () => {
  expect(neighbourOf([], 'next', null, () => 0)).toBeNull();
  expect(neighbourOf([], 'previous', null, () => 0)).toBeNull();
});
