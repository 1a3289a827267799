import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { computeSetAlpha, SetAlpha } from '@/lib/agreement/on-demand/compute-set-alpha';
import { anEmojiArticle } from '@/tests/builders/an-emoji-article';

type Case = {
  input: {
    length: number;
    annotators: string[];
    units: { annotator: string; begin: number; end: number; category: string }[];
  };
  checks: { measure: string; params: { distance?: 'jaccard' | 'masi' }; expected: number }[];
};

const known = JSON.parse(
  readFileSync('tests/agreement-cases/unitizing-overlapping-3x4.json', 'utf8'),
) as Case;
const labels = [...new Set(known.input.units.map(({ category }) => category))];
const document: AnnotatedDocument = {
  length: known.input.length,
  annotators: known.input.annotators.length,
  units: known.input.units.map(({ annotator, begin, end, category }) => ({
    annotator: known.input.annotators.indexOf(annotator),
    begin,
    end,
    label: labels.indexOf(category),
  })),
};

describe('α over sets of labels', () => {
  it.each(known.checks.filter(({ measure }) => measure === 'char_alpha_sets'))(
    'by $params.distance is what an independent implementation has',
    ({ params, expected }) => {
      const alpha = new SetAlpha();
      alpha.add({ document, coders: [], stretches: [] }, true);
      expect(alpha.figure(params.distance ?? 'jaccard').figure.value).toBeCloseTo(expected, 9);
    },
  );

  it('of several documents is that of one behind the other', () => {
    const [apart, joined] = [new SetAlpha(), new SetAlpha()];
    const half = (from: number, to: number): AnnotatedDocument => ({
      length: to - from,
      annotators: document.annotators,
      units: document.units
        .map((unit) => ({
          ...unit,
          begin: Math.max(unit.begin, from) - from,
          end: Math.min(unit.end, to) - from,
        }))
        .filter(({ begin, end }) => begin < end),
    });
    const middle = Math.floor(document.length / 2);
    for (const part of [half(0, middle), half(middle, document.length)])
      apart.add({ document: part, coders: [], stretches: [] }, true);
    joined.add({ document, coders: [], stretches: [] }, true);
    expect(apart.figure('masi').figure.value).toBeCloseTo(
      joined.figure('masi').figure.value ?? 0,
      12,
    );
    expect(apart.figure('masi').interval.reason).toMatch(/too few documents/);
  });

  it('counts words where these are given', () => {
    const alpha = new SetAlpha();
    const units = [
      { annotator: 0, begin: 0, end: 3, label: 0 },
      { annotator: 1, begin: 1, end: 9, label: 0 },
    ];
    const words: [number, number][] = [
      [0, 3],
      [4, 9],
      [10, 12],
      [13, 14],
    ];
    alpha.add(
      { document: { length: 14, annotators: 2, units }, coders: [], stretches: words },
      false,
    );
    // Four items, of which one differs: α = 1 − (2/8) / (2·3·5/(8·7)).
    expect(alpha.figure('jaccard').figure.value).toBeCloseTo(1 - 0.25 / (30 / 56), 12);
  });
});

test.each([
  ['character', 3],
  ['token', 3],
  ['sentence', 3],
] as const)('α over every %s', async (item, n) => {
  const { articles } = await anEmojiArticle();
  const progress: number[] = [];
  const request = { articles, choice: {}, label: null, item, distance: 'jaccard' } as const;
  const figure = await computeSetAlpha(request, { onProgress: ({ done }) => progress.push(done) });
  expect(figure).toMatchObject({
    articles: 1,
    n,
    coders: 2,
    reason: null,
    interval: null,
    intervalReason: expect.stringMatching(/too few/),
  });
  expect(progress).toEqual([1]);
  expect(figure.value).toBeLessThan(1);
  expect(figure.value).toBeGreaterThan(-0.5);
});

test('one label alone, sentences, is agreed upon; nothing chosen is not defined', async () => {
  const { ada, articles } = await anEmojiArticle();
  const request = {
    articles,
    choice: {},
    label: 'loaded_framing',
    item: 'sentence',
    distance: 'masi',
  } as const;
  expect((await computeSetAlpha(request)).value).toBe(1);
  expect(await computeSetAlpha({ ...request, choice: { analysts: [ada.userId] } })).toMatchObject({
    articles: 0,
    value: null,
    reason: expect.any(String),
  });
});
