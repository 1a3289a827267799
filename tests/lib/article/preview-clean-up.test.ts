import { expect, test } from '@jest/globals';
import { cleanUpInput, cleanUpView } from '@/lib/article/clean-up';
import { previewCleanUp } from '@/lib/article/preview-clean-up';
import { Refusal } from '@/lib/refusal';

test('refuses a text that is too large', () => {
  const input = cleanUpInput.parse({ text: 'a'.repeat(2_100_000) });
  expect(() => previewCleanUp(input)).toThrow(Refusal);
});

test('shows what each step would do', () => {
  const view = previewCleanUp(
    cleanUpInput.parse({ text: 'The  council said so-\ncalled friends.' }),
  );
  expect(cleanUpView.parse(view)).toEqual(view);
  expect(view).toMatchObject({
    text: 'The council said so-called friends.',
    language: 'en',
    doubts: [],
  });
  expect(view.steps.filter(({ edits }) => edits > 0).map(({ name }) => name)).toEqual([
    'line-end-hyphens',
    'spaces',
  ]);
  expect(view.difference.runs).toContainEqual({ kind: 'removed', text: '\n' });
});

test('does as the switches say, and nothing for none', () => {
  const text = 'The  council\r\n';
  const off = cleanUpInput.parse({ text, cleanup: { steps: { spaces: false } }, language: 'de' });
  expect(previewCleanUp(off)).toMatchObject({ text: 'The  council', language: 'de' });
  const none = cleanUpInput.parse({ text, cleanup: 'none' });
  expect(previewCleanUp(none)).toMatchObject({ text, steps: [], difference: { more: 0 } });
});
