import { expect, test } from '@jest/globals';
import { lineEndHyphens } from '@/lib/article/cleanup/line-end-hyphens';
import { cleaned } from '@/tests/builders/cleaned';

test.each([
  ['so-\ncalled', 'so-called'],
  ['anti-\nChinese/Russia', 'anti-Chinese/Russia'],
  ['the U.S.-\nbacked', 'the U.S.-backed'],
  ['in mid-\n2019', 'in mid-2019'],
  ['state-of-the-\nart', 'state-of-the-art'],
  ['inter- \n  national', 'international'],
  ['INTER-\nNATIONAL', 'INTERNATIONAL'],
  ['govern\u2010\nment', 'government'],
  ['Ahmad Shah-\nMasood', 'Ahmad Shah-Masood'],
  ['`fishmarket`: the fish-\nmarket', '`fishmarket`: the fishmarket'],
  ['a follow-up; the follow-\nup', 'a follow-up; the follow-up'],
  ['pre-\nand post-war', 'pre-\nand post-war'],
  ['a dash -\nnot a hyphen', 'a dash -\nnot a hyphen'],
  ['end-\n\nNew', 'end-\n\nNew'],
])('%j becomes %j', (text, clean) => {
  expect(cleaned(lineEndHyphens, text)).toBe(clean);
});

test('where nothing tells, the hyphen stays and is counted', () => {
  const { doubts } = lineEndHyphens.find('the fish-\nmarket, so-\ncalled', { language: 'en' });
  expect(cleaned(lineEndHyphens, 'the fish-\nmarket')).toBe('the fish-market');
  expect(doubts).toEqual([{ name: 'kept-hyphens', count: 1 }]);
});

test('English lore is for English alone', () => {
  expect(cleaned(lineEndHyphens, 'Regie-\nrung', 'de')).toBe('Regie-rung');
  expect(cleaned(lineEndHyphens, 'Die Regierung. Regie-\nrung', 'de')).toBe(
    'Die Regierung. Regierung',
  );
});
