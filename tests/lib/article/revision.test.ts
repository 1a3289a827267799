import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { positionMover } from '@/lib/article/offset-map';
import { freeze, prepare } from '@/lib/article/revision';
import { decodeSegmentation } from '@/lib/article/segmentation';

test('computes a revision, to the character', () => {
  const raw = 'Mr. Ng  left.\r\n😀';
  const frozen = freeze(raw, 'none', null);
  expect(frozen).toMatchObject({ text: raw, length: 16, blocks: 2, cleanup: [], offsetMap: [] });
  expect(frozen.sha256).toBe(createHash('sha256').update(raw).digest('hex'));
  expect(Buffer.from(frozen.raw).toString('utf8')).toBe(raw);
  expect(Array.from(decodeSegmentation(frozen.segmentation).sentences)).toEqual([0, 13, 15, 17]);
});

test('keeps the raw text beside the cleaned one, with the way between', () => {
  const raw = 'The  council said no.';
  const frozen = freeze(raw, 'standard', 'en');
  expect(frozen.text).toBe('The council said no.');
  expect(Buffer.from(frozen.raw).toString('utf8')).toBe(raw);
  expect(positionMover(frozen.offsetMap)(raw.indexOf('said'), 'end')).toBe(
    frozen.text.indexOf('said'),
  );
});

test('a language that is given counts, French with its spaces', () => {
  expect(prepare('Quoi ? Non.', 'standard', 'fr').text).toBe('Quoi ? Non.');
  expect(prepare('What ? No.', 'standard', 'en').text).toBe('What? No.');
  expect(prepare('The council voted late on Tuesday.', 'none', null).language).toBe('en');
});
