import { csvText, figureRecord, subsetRecord } from '@/components/charts/saved-files';
import type { Picture } from '@/components/charts/picture';
import { fileName, pictureSize, pictureText, xmlText } from '@/components/charts/picture';
import { expect, test } from '@jest/globals';
import papaparse from 'papaparse';

test('CSV has a header, CRLF, bare numbers, empty cells, and nothing that runs', () => {
  const text = csvText([
    { label: 'a, "b"', value: -0.123456789012, reason: null },
    { label: '=HYPERLINK("x")', value: null, reason: 'two\nlines' },
  ]);
  expect(text).toBe(
    '\uFEFFlabel,value,reason\r\n"a, ""b""",-0.123456789012,\r\n"\'=HYPERLINK(""x"")",,"two\nlines"\r\n',
  );
  const { data } = papaparse.parse<string[]>(text.slice(1).trimEnd());
  expect(data).toHaveLength(3);
});

test('CSV of nothing is nothing', () => {
  expect(csvText([])).toBe('');
});

test('a figure is saved with its reason, and its interval where it can have one', () => {
  expect(figureRecord('f1', { value: null, reason: 'nothing' })).toEqual({
    f1: null,
    f1_reason: 'nothing',
  });
  expect(
    figureRecord('u', {
      value: 0.5,
      reason: null,
      interval: { low: 0.4, high: 0.6 },
      intervalReason: null,
    }),
  ).toEqual({ u: 0.5, u_reason: null, u_low: 0.4, u_high: 0.6, u_interval_reason: null });
  const few = { value: 1, reason: null, interval: null, intervalReason: 'too few articles' };
  expect(figureRecord('u', few)).toMatchObject({
    u_low: null,
    u_interval_reason: 'too few articles',
  });
});

test('a subset is saved with every figure', () => {
  const figure = { value: 0.5, reason: null };
  const part = { articles: 2, n: 7, uAlphaPooled: figure, f1Partial: figure, f1Exact: figure };
  expect(Object.keys(subsetRecord(part))).toEqual([
    'articles',
    'annotations',
    'u_alpha_pooled',
    'u_alpha_pooled_reason',
    'f1_partial',
    'f1_partial_reason',
    'f1_exact',
    'f1_exact_reason',
  ]);
});

const picture: Picture = {
  title: 'uα & “others” <all>',
  subtitle: '3 articles',
  drawing: '<svg width="200" height="100"><circle r="2"/></svg>',
  width: 200,
  height: 100.4,
  background: 'rgb(26, 27, 30)',
  text: 'rgb(233, 233, 235)',
  font: '\'Inter Variable\', "Segoe UI"',
  legend: [{ name: 'F1', color: 'rgb(0, 0, 0)', dash: '6 4' }],
};

test('a picture is standalone: background, title, plot, legend, and space for all', () => {
  const text = pictureText(picture);
  expect(text).toContain('<rect width="100%" height="100%" fill="rgb(26, 27, 30)"/>');
  expect(text).toContain('uα &amp; “others” &lt;all&gt;</text>');
  expect(text).toContain(picture.drawing);
  expect(text).toContain('stroke-dasharray="6 4"');
  expect(text).toContain('font-family="&apos;Inter Variable&apos;, &quot;Segoe UI&quot;"');
  expect(text).not.toContain('var(');
  expect(pictureSize(picture)).toEqual({ width: 248, height: 101 + 48 + 56 + 22 });
  expect(text).toContain('viewBox="0 0 248 227"');
});

test('XML holds only what it can', () => {
  expect(xmlText('a\u0000b\u0008 <"&> \t')).toBe('ab &lt;&quot;&amp;&gt; \t');
});

test.each([
  ['Harbour closures: uα by label', 'harbour-closures-uα-by-label'],
  ['Ōshima / “été”', 'oshima-ete'],
  ['???', 'parallax'],
  ['a'.repeat(200), 'a'.repeat(80)],
])('%s is saved as %s', (words, name) => {
  expect(fileName(words)).toBe(name);
});
