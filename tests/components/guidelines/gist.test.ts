import { expect, test } from '@jest/globals';
import { gist } from '@/components/guidelines/gist';
import { guidelinesDocument } from '@/components/guidelines/guidelines-form';

const blank = { type: 'paragraph' };

test('blank paragraphs say nothing', () => {
  const { content = [] } = guidelinesDocument('One.\n\n- two');
  expect(
    gist({ type: 'doc', content: [blank, ...content, blank, { ...blank, content: [] }] }),
  ).toBe(gist({ type: 'doc', content }));
  expect(gist(guidelinesDocument('One.'))).not.toBe(gist(guidelinesDocument('Two.')));
  expect(gist({ type: 'doc' })).toBe(gist({ type: 'doc', content: [blank] }));
});
