import { expect, test } from '@jest/globals';
import { choiceOf, emptyIntake, inputOf, intakeFaults } from '@/components/article/intake-values';
import { articleInput } from '@/lib/article/article';

const values = { ...emptyIntake, title: 'T', text: 'Text.' };
const all = { on: true, off: [] };

test('tells the clean-up as the API takes it', () => {
  expect(choiceOf(all)).toBe('standard');
  expect(choiceOf({ on: false, off: ['spaces'] })).toBe('none');
  expect(choiceOf({ on: true, off: ['spaces'] })).toEqual({ steps: { spaces: false } });
});

test('an article with a title and a text holds; empty fields are not known', () => {
  expect(intakeFaults(values, all)).toEqual({});
  expect(articleInput.parse(inputOf(values, all))).toMatchObject({
    source: null,
    language: null,
    cleanup: 'standard',
  });
});

test('says at each field what does not hold', () => {
  const wrong = { ...emptyIntake, url: 'ledger', publishedAt: 'yesterday', language: '!' };
  expect(Object.keys(intakeFaults(wrong, all)).sort()).toEqual([
    'language',
    'publishedAt',
    'text',
    'title',
    'url',
  ]);
});
