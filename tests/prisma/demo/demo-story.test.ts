import { describe, expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { labelOf } from '@/lib/codebook/codebook';
import type { DemoMark } from '@/prisma/demo/demo-story';
import { segmentsOf } from '@/prisma/demo/demo-story';
import { quayStreetBan } from '@/prisma/demo/quay-street-ban';
import { quayStreetFreed } from '@/prisma/demo/quay-street-freed';
import { readingsOfTheBan } from '@/prisma/demo/readings-of-the-ban';
import { readingsOfTheFreed } from '@/prisma/demo/readings-of-the-freed';

const mark = (...quote: DemoMark['quote']) => ({ quote });

describe('segmentsOf', () => {
  test('finds words, a later place of them, and several in a row', () => {
    expect(segmentsOf('a b a b', mark('b'))).toEqual([{ start: 2, end: 3 }]);
    expect(segmentsOf('a b a b', { ...mark('b'), occurrence: 2 })).toEqual([{ start: 6, end: 7 }]);
    expect(segmentsOf('a b a b', mark('b', 'b'))).toEqual([
      { start: 2, end: 3 },
      { start: 6, end: 7 },
    ]);
  });

  test.each([mark('c'), mark('b', 'a', 'a'), { ...mark('a'), occurrence: 3 }])(
    'says which words are not there %#',
    (missing) => {
      expect(() => segmentsOf('a b a b', missing)).toThrow('does not have');
    },
  );
});

const story = [
  { article: quayStreetBan, readings: readingsOfTheBan },
  { article: quayStreetFreed, readings: readingsOfTheFreed },
];

describe.each(story)('$article.title', ({ article, readings }) => {
  test('is of a length that one reads, and hard where texts are hard', () => {
    const words = article.text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(450);
    expect(words).toBeLessThanOrEqual(700);
    expect(article.text).toMatch(/\p{Extended_Pictographic}\u200d|\p{Emoji_Modifier}/u);
    expect(article.text).toContain('[');
    expect(article.text).not.toMatch(/["']|\s\n|\n\s/);
  });

  test.each(Object.entries(readings))('every mark of %s is found and holds', (_, marks) => {
    for (const one of marks) {
      const segments = segmentsOf(article.text, one);
      expect(segments.map(({ start, end }) => article.text.slice(start, end))).toEqual(one.quote);
      const attributes = labelOf(basic3, one.label)?.attributes ?? [];
      for (const [key, value] of Object.entries(one.attributes)) {
        const attribute = attributes.find((known) => known.key === key);
        expect(attribute).toBeDefined();
        if (attribute?.type === 'choice') expect(attribute.options).toContain(value);
      }
    }
  });

  test('the three agree in something and differ in something', () => {
    const told = Object.values(readings).map(
      (marks) =>
        new Set(marks.map((one) => JSON.stringify([one.label, segmentsOf(article.text, one)]))),
    );
    const all = new Set(told.flatMap((marks) => [...marks]));
    const shared = [...all].filter((one) => told.every((marks) => marks.has(one)));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.length).toBeLessThan(all.size / 2);
  });
});
