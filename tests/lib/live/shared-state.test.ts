import { expect, test } from '@jest/globals';
import {
  documentOf,
  holdsAll,
  isSameState,
  snapshotOf,
  maxStateBodyBytes,
  maxStateBytes,
  stateOf,
} from '@/lib/live/shared-state';
import { textOfDocument } from '@/lib/article/draft-document';
import { aWriter, stateWithHole } from '@/tests/builders/a-writer';

const whole = (...states: Uint8Array[]) => {
  const document = documentOf(...states);
  if (document === null) throw new Error('It is no document.');
  return document;
};

function two() {
  const ada = aWriter();
  ada.append('One.');
  const ben = aWriter(ada.state());
  const before = ada.state();
  ada.write(0, 0, 'Ada. ');
  ben.write(0, 4, ' Ben.');
  return { ada, ben, before };
}

test('merges all states, in any order', () => {
  const { ada, ben, before } = two();
  for (const states of [
    [before, ada.state(), ben.state()],
    [ben.state(), ada.state()],
    [ada.state(), ben.state(), ben.state()],
  ])
    expect(textOfDocument(whole(...states))).toBe('Ada. One. Ben.');
});

test.each([
  ['nothing', new Uint8Array()],
  ['words', Buffer.from('no state at all')],
  ['ones', new Uint8Array(200).fill(255)],
  ['a state cut off', aWriter().state().slice(0, 1)],
  ['a hole', new Uint8Array(Buffer.from(stateWithHole, 'base64'))],
])('is none for %s', (_, garbage) => {
  const { before } = two();
  expect(documentOf(before, garbage)).toBeNull();
});

test('a state is the same whatever led to it', () => {
  const { ada, ben, before } = two();
  const both = whole(ada.state(), ben.state());
  expect(isSameState(both, whole(ben.state(), ada.state()))).toBe(true);
  expect(isSameState(both, whole(stateOf(both)))).toBe(true);
  expect(isSameState(both, whole(ada.state()))).toBe(false);
  const taken = aWriter(before);
  taken.take(0, 0, 1);
  expect(isSameState(whole(before), taken.document)).toBe(false);
});

test('a snapshot tells whether a document contains all of another', () => {
  const { ada, ben, before } = two();
  const known = snapshotOf(whole(ada.state()));
  expect(holdsAll(known, whole(before))).toBe(true);
  expect(holdsAll(known, ada.document)).toBe(true);
  expect(holdsAll(known, ben.document)).toBe(false);
  ada.take(0, 0, 1);
  expect(holdsAll(known, ada.document)).toBe(false);
  expect(holdsAll(snapshotOf(ada.document), ada.document)).toBe(true);
  expect(holdsAll(Buffer.from('no snapshot'), ada.document)).toBe(false);
});

test('a state fits in a body', () => {
  expect((maxStateBytes / 3) * 4 + 100).toBeLessThan(maxStateBodyBytes);
});
