import { describe, expect, test } from '@jest/globals';
import { pageFurniture, pageLinesOf } from '@/lib/article/cleanup/page-furniture';
import { cleaned } from '@/tests/builders/cleaned';

describe('page lines', () => {
  test('parts lines by any line end, and pages by form feeds', () => {
    const text = 'Head 12\r\n\f  a\u2028Page 2 of 3';
    const lines = pageLinesOf(text);
    expect(lines.map((line) => [line.text, line.shape, line.page])).toEqual([
      ['Head 12', 'Head #', 0],
      ['', '', 0],
      ['a', 'a', 1],
      ['Page 2 of 3', 'Page # of #', 1],
    ]);
    expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });

  test('a long line has no shape', () => {
    expect(pageLinesOf('x'.repeat(300))).toMatchObject([{ shape: '', end: 300 }]);
  });
});

describe('page furniture', () => {
  const filler = (name: string) =>
    Array.from({ length: 9 }, (_, at) => `line ${'abcdefghi'[at]} of the part on ${name} goes on`);

  test('running heads and page numbers around form feeds go, and the sentence is whole', () => {
    const [one, two, three] = ['fog', 'ferries', 'fish'].map((name) => filler(name).join('\n'));
    const text = `${one}\n\n12\n\fThe Letter\n\n${two}\n\n13\n\fThe Letter\n\n${three}\n\n14\n`;
    expect(cleaned(pageFurniture, text)).toBe(`${one}\n${two}\n${three}\n`);
  });

  test('a form feed alone goes with the blank lines around it', () => {
    expect(cleaned(pageFurniture, 'a sentence that\n\n\fruns on')).toBe('a sentence that\nruns on');
  });

  test('lines that count up without form feeds go', () => {
    const pages = ['fog', 'ferries', 'fish'].map((name) => filler(name).join('\n'));
    const text = pages.map((page, at) => `${page}\nPage ${at + 1} of 3\n`).join('');
    expect(cleaned(pageFurniture, text)).toBe(`${pages.join('\n')}\n`);
  });

  test('what breaks into sentences three times goes', () => {
    const text = ['fog', 'ferries', 'fish', 'fun']
      .map((name) => filler(name).join('\n'))
      .join('\nADVERTISEMENT\n');
    expect(cleaned(pageFurniture, text)).toBe(text.replaceAll('ADVERTISEMENT\n', ''));
  });

  test('what a browser prints around a page goes', () => {
    const text =
      'One.\nhttps://letter.example/a?b=1 18/11/2026, 09:14\nhttps://letter.example/a 1/2\nTwo.';
    expect(cleaned(pageFurniture, text)).toBe('One.\nTwo.');
  });

  test.each([
    ['chapters', 'Chapter 1\nIt rained.\nChapter 2\nIt shone.\nChapter 3\nIt snowed.'],
    ['a numbered list', '1\nApples.\n2\nPears.\n3\nPlums.'],
    ['a refrain', 'One.\nNevermore!\nTwo.\nNevermore!\nThree.\nNevermore!\nFour.'],
    ['an address', 'See https://letter.example/a for more.\n\nThen go.'],
    ['the same text thrice', `${filler('fog').join('\n')}\n`.repeat(3)],
  ])('leaves %s', (_, text) => {
    expect(cleaned(pageFurniture, text)).toBe(text);
  });
});
