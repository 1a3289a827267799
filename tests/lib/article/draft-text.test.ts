import { expect, test } from '@jest/globals';
import { XmlElement } from 'yjs';
import { maxStateBytes } from '@/lib/live/shared-state';
import { maxBlocks } from '@/lib/article/article';
import { stateOfText } from '@/lib/article/draft-document';
import { draftText } from '@/lib/article/draft-text';
import { aWriter } from '@/tests/builders/a-writer';

const state = stateOfText('One.');
const heading = () => {
  const writer = aWriter();
  writer.text.insert(0, [new XmlElement('heading')]);
  return writer.state();
};

test('holds what all states hold', () => {
  const [ada, ben] = [aWriter(state), aWriter(state)];
  ada.write(0, 0, 'Ada. ');
  ben.write(0, 4, ' Ben.');
  expect(draftText(state, ada.state(), ben.state()).text).toBe('Ada. One. Ben.');
});

test.each([
  ['garbage', Buffer.from('garbage'), 'invalid'],
  ['another kind of text', heading(), 'invalid'],
  ['a state that is too large', new Uint8Array(maxStateBytes + 1), 'too-large'],
  ['a text that is too long', stateOfText('é'.repeat(1_100_000)), 'too-large'],
])('refuses %s', (_, other, reason) => {
  expect(() => draftText(state, other)).toThrow(expect.objectContaining({ reason }));
});

test('refuses a text of too many paragraphs', () => {
  expect(draftText(stateOfText('a\n'.repeat(maxBlocks - 1))).text).toHaveLength(2 * maxBlocks - 2);
  expect(() => draftText(stateOfText('a\n'.repeat(maxBlocks)))).toThrow('50,000 paragraphs');
});
