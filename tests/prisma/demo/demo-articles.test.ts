import { describe, expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { labelOf } from '@/lib/codebook/codebook';
import { demoArticles } from '@/prisma/demo/demo-articles';
import { segmentsOf } from '@/prisma/demo/demo-story';

describe.each(demoArticles)('$article.title', ({ article, layers: readings }) => {
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
    const contents = Object.values(readings).map(
      (marks) =>
        new Set(marks.map((one) => JSON.stringify([one.label, segmentsOf(article.text, one)]))),
    );
    const all = new Set(contents.flatMap((marks) => [...marks]));
    const shared = [...all].filter((one) => contents.every((marks) => marks.has(one)));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.length).toBeLessThan(all.size / 2);
  });
});
