import { describe, expect, test } from '@jest/globals';
import {
  codebookOf,
  draftErrors,
  draftOf,
  newLabel,
  renamed,
  rowsWithErrors,
} from '@/components/codebook/codebook-draft';
import { basic3 } from '@/lib/codebook/basic-3';

const draft = draftOf(basic3);
const label = newLabel(basic3.labels, 'new');

test('what the form begins with is sent as it was', () => {
  expect(codebookOf(draft)).toEqual(basic3);
  expect(draftErrors(draft)).toEqual({});
});

test('an example that nobody filled in is not sent', () => {
  const blank = { text: ' ', kind: 'good' as const, why: '' };
  const half = { ...blank, why: 'Because.' };
  const [first, ...rest] = draft.labels;
  if (!first) throw new Error('Basic 3 has labels.');
  const sent = codebookOf({ ...draft, labels: [{ ...first, examples: [blank, half] }, ...rest] });
  expect(sent.labels[0]?.examples).toEqual([half]);
});

test('a new label takes a colour, pattern and digit that are free', () => {
  expect(label).toMatchObject({ key: '', hotkey: '4', pattern: 'double' });
  expect(basic3.labels.map(({ color }) => color)).not.toContain(label.color);
  const nine = Array.from({ length: 9 }, (_, at) => ({ ...label, hotkey: String(at + 1) }));
  expect(newLabel(nine, 'tenth').hotkey).toBe('');
});

describe('renamed', () => {
  test.each([
    ['', '', false, 'scare_quote'],
    ['Scare', 'scare', false, 'scare_quote'],
    ['Scare', 'my_key', false, 'my_key'],
    ['Scare', 'scare', true, 'scare'],
  ])('from %j with the key %j (fixed: %s): %s', (name, key, fixed, becomes) => {
    expect(renamed({ ...label, name, key }, 'Scare quote', fixed)).toMatchObject({
      name: 'Scare quote',
      key: becomes,
    });
  });
});

test('lists the faults by field, and the rows that have one', () => {
  const labels = [...draft.labels, { ...label, hotkey: 'w' }];
  const errors = draftErrors({ ...draft, labels });
  expect(errors).toEqual({
    'labels.3.key': 'It is empty.',
    'labels.3.name': 'It is empty.',
    'labels.3.hotkey': 'The annotate page uses this key itself.',
  });
  expect(rowsWithErrors({ ...draft, labels }, errors)).toEqual(['new']);
});
