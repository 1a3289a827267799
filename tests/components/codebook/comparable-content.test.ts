import { expect, test } from '@jest/globals';
import { comparableContent } from '@/components/codebook/comparable-content';
import { guidelinesDocument } from '@/components/codebook/guidelines-form';

const blank = { type: 'paragraph' };

test('blank paragraphs say nothing', () => {
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
