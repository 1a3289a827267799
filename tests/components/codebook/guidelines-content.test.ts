import { expect, test } from '@jest/globals';
import { isSafeAddress, comparableContent } from '@/components/codebook/guidelines-content';
import { guidelinesDocument } from '@/components/codebook/guidelines-form';

test.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['mailto:ada@example.org', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//example.org', false],
  ['/projects', false],
  ['https://', false],
  ['https://a b', false],
  ['mailto:nobody', false],
  ['', false],
  [null, false],
  [undefined, false],
])('%j: %j', (address, isSafe) => {
  expect(isSafeAddress(address)).toBe(isSafe);
});

const blank = { type: 'paragraph' };

test('blank paragraphs do not count', () => {
  const { content = [] } = guidelinesDocument('One.\n\n- two');
  expect(
    comparableContent({
      type: 'doc',
      content: [blank, ...content, blank, { ...blank, content: [] }],
    }),
  ).toBe(comparableContent({ type: 'doc', content }));
  expect(comparableContent(guidelinesDocument('One.'))).not.toBe(
    comparableContent(guidelinesDocument('Two.')),
  );
  expect(comparableContent({ type: 'doc' })).toBe(
    comparableContent({ type: 'doc', content: [blank] }),
  );
});
