import { describe, expect, test } from '@jest/globals';
import { lineEndHyphens, isCompounding, isOneWord } from '@/lib/article/cleanup/line-end-hyphens';
import { cleaned } from '@/tests/builders/cleaned';

describe('hyphen words', () => {
  test.each(['so', 'anti', 'non', 'well', 'self', 'ex', 'co'])('%s- begins compounds', (word) => {
    expect(isCompounding(word)).toBe(true);
  });

  test.each([
    ['inter', 'national'],
    ['govern', 'ment'],
    ['minis', 'ters'],
    ['photo', 'graph'],
    ['some', 'thing'],
    ['news', 'papers'],
  ])('%s-%s is one word', (left, right) => {
    expect(isOneWord(left, right)).toBe(true);
  });

  test.each([
    ['fish', 'market'],
    ['follow', 'up'],
    ['mother', 'tongue'],
  ])('%s-%s may be two', (left, right) => {
    expect(isOneWord(left, right)).toBe(false);
  });
});

describe('line end hyphens', () => {
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

  test('where nothing decides, the hyphen stays and is counted', () => {
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
});
