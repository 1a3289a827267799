import { expect, test } from '@jest/globals';
import { Doc } from 'yjs';
import { guidelinesForm } from '@/components/guidelines/guidelines-form';
import { mostGuidelines } from '@/lib/codebook/codebook';
import { guidelinesText } from '@/lib/codebook/guidelines-text';
import { mostStateBytes, stateOf } from '@/lib/access/shared-state';
import { aWriter } from '@/tests/builders/a-writer';

const stateFor = (markdown: string) => {
  const document = new Doc();
  guidelinesForm.write(document, markdown);
  return stateOf(document);
};

test('holds what all states hold, in Markdown', () => {
  const state = stateFor('One.\n\n- two');
  const [ada, ben] = [aWriter(state), aWriter(state)];
  ada.write(0, 0, 'Ada. ');
  ben.append('*Ben*');
  const { markdown } = guidelinesText(guidelinesForm, state, ada.state(), ben.state());
  expect(markdown).toBe('Ada. One.\n\n- two\n\n\\*Ben\\*');
});

test.each([
  ['garbage', Buffer.from('garbage'), 'invalid'],
  ['a state that is too large', new Uint8Array(mostStateBytes + 1), 'too-large'],
  ['more than may be', stateFor('x'.repeat(mostGuidelines + 1)), 'too-large'],
])('refuses %s', (_, state, reason) => {
  expect(() => guidelinesText(guidelinesForm, state)).toThrow(expect.objectContaining({ reason }));
});
