import { describe, expect, test } from '@jest/globals';
import { sentenceFinder, abbreviation, opensSentence } from '@/lib/article/sentences';

describe('abbreviations', () => {
  test.each([
    ['Mr.', 'en', 'inside'],
    ['Gen.', 'en-GB', 'inside'],
    ['Dr.', 'xx', 'inside'],
    ['Mr.', '', 'inside'],
    ['e.g.', 'en', 'inside'],
    ['bzw.', 'de', 'inside'],
    ['bzw.', 'en', null],
    ['U.S.', 'en', 'either'],
    ['p.m.', 'en', 'either'],
    ['Inc.', 'en', 'either'],
    ['N.A.T.O.', 'fr', 'either'],
    ['house.', 'en', null],
  ])('%s in %j goes on: %s', (word, language, expected) => {
    expect(abbreviation(word, language)).toBe(expected);
  });

  test('knows words that open sentences', () => {
    expect(opensSentence('He', 'en')).toBe(true);
    expect(opensSentence('Senate', 'en')).toBe(false);
    expect(opensSentence('He', '')).toBe(true);
    expect(opensSentence('He', 'de')).toBe(false);
  });
});

describe('sentences', () => {
  const read = (text: string, language: string) =>
    sentenceFinder(language)(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['titles', ['Mr. Steele met Dr. Ng.', 'Gen. Ito left.']],
    ['dotted names', ['He spoke in the U.S. Senate at 5 p.m. Tokyo time.', 'It was late.']],
    ['dotted names that end a sentence', ['He lives in the U.S.', 'He likes it.']],
    ['companies', ['Acme Inc. Chief Ann Lee left.', 'The firm said nothing.']],
    ['initials', ['George W. Bush came.', 'J. K. Rowling wrote it.', 'J.R.R. Tolkien too.']],
    ['a letter that ends a sentence', ['It was plan B.', 'The rest is history.']],
    ['a quote that goes on in lower case', ['“We won!” he said.', 'They had.']],
    ['a quote that is attributed to a name', ['“We won!” Anna Smith said.', '“No?” Lee asked.']],
    ['a quote that stands by itself', ['“It ended!”', 'She left.']],
    ['straight quotes', ['"No!" she cried.', '"Yes."', 'It was over.']],
    ['numbers', ['It cost $5.5 million, i.e. No. 5.', 'It was 3.14.', 'Two left.']],
    ['no as a word', ['I said no.', 'Five left.']],
    ['ellipses', ['No ... go on.', 'He … left.']],
    ['brackets', ['(It is.)', 'Is it?', 'Yes!']],
  ])('keeps %s', (_, sentences) => {
    expect(read(sentences.join(' '), 'en')).toEqual(sentences);
  });

  test.each([
    ['de', ['Am 3. Oktober kam Hr. Maier.', 'Er ging z.B. heim.', '„Gut!“, sagte sie.']],
    ['fr', ['M. Dupont est parti.', '« Oui ! » dit-il.', 'Mme. Roy reste.']],
    ['hi', ['यह सच है।', 'वह गया।']],
    ['', ['Dr. Ng left.', 'It rained.']],
  ])('reads %j', (language, sentences) => {
    expect(read(sentences.join(' '), language === '' ? 'und' : language)).toEqual(sentences);
  });

  test('no sentence crosses a line end', () => {
    expect(read('A headline\nand then Mr.\r\nSteele left.\n\n', 'en')).toEqual([
      'A headline',
      'and then Mr.',
      'Steele left.',
    ]);
  });

  test('a sentence longer than what is read at once stays one', () => {
    const long = `A ${'word '.repeat(5000)}end.`;
    expect(read(`Short. ${long} Short.`, 'en')).toEqual(['Short.', long, 'Short.']);
  });
});
