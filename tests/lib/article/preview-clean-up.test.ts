import { expect, test } from '@jest/globals';
import { maxBlocks } from '@/lib/article/article';
import type { CleanUpInput } from '@/lib/article/clean-up';
import { cleanUpInput, cleanUpView } from '@/lib/article/clean-up';
import { previewCleanUp } from '@/lib/article/preview-clean-up';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

const preview = async (input: CleanUpInput) => previewCleanUp(await aPerson(), input);

test.each([
  ['bytes', 'a'.repeat(2_100_000), 'bytes in UTF-8'],
  ['lines', 'a\v'.repeat(300_000), '300,001 lines'],
  ['blocks', 'A.\n\n'.repeat(maxBlocks + 1), '50,001 blocks'],
  ['changes', 'a&amp;'.repeat(200_001), '200,001 edits'],
])('refuses a text with too many %s', async (_, text, message) => {
  const refusal = await refused(preview(cleanUpInput.parse({ text })));
  expect(refusal).toMatchObject({ reason: 'too-large', message: expect.stringContaining(message) });
});

test('shows what each step would do', async () => {
  const view = await preview(
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

test('does as the switches say, and nothing for none', async () => {
  const text = 'The  council\r\n';
  const off = cleanUpInput.parse({ text, cleanup: { steps: { spaces: false } }, language: 'de' });
  expect(await preview(off)).toMatchObject({ text: 'The  council', language: 'de' });
  const none = cleanUpInput.parse({ text, cleanup: 'none' });
  expect(await preview(none)).toMatchObject({ text, steps: [], difference: { more: 0 } });
});
