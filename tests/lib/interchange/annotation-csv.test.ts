import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { positionIndex } from '@/lib/article/code-points';
import type { CsvChoice } from '@/lib/interchange/annotation-csv';
import { csvHead, csvLine, csvShared } from '@/lib/interchange/annotation-csv';

const article = {
  project: 'Bias, 2026',
  articleId: 'a1',
  title: '=Title',
  source: null,
  author: '@author',
  url: 'https://example.org',
  publishedAt: '2026-01',
  language: 'en',
};
const layer = { revision: 2, kind: 'analyst', annotator: 'Ada', state: 'open' } as const;
const text = '😀 “We”, he said, “go”';
const annotation = {
  id: 'n1',
  label: 'direct_quote',
  segments: [
    [3, 7],
    [18, 22],
  ] as [number, number][],
  quote: '“We” … “go”',
  prefix: '😀 ',
  suffix: '',
  attributes: '{"speaker": "he"}',
  note: '-no',
  confidence: '0.5',
  codebookVersion: '3',
  createdAt: '2026-11-24T09:15:39.123Z',
  updatedAt: '2026-11-24T09:15:40.000Z',
};

function read(choice: CsvChoice): Record<string, string>[] {
  const { dialect } = choice;
  const index = positionIndex(text, 'code-point');
  const row = csvLine(annotation, csvShared(article, layer, dialect), layer.state, index, choice);
  const file = csvHead(choice) + row;
  return Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true }).data;
}

test('a row has all columns of the contract, positions in code points', () => {
  expect(read({ dialect: 'bare', text: true })).toEqual([
    {
      annotation_id: 'n1',
      project: 'Bias, 2026',
      article_id: 'a1',
      article_title: '=Title',
      source: '',
      author: '@author',
      url: 'https://example.org',
      published_at: '2026-01',
      language: 'en',
      revision: '2',
      layer: 'analyst',
      annotator: 'Ada',
      label: 'direct_quote',
      start: '2',
      end: '21',
      offset_unit: 'code-point',
      segments: '[[2,6],[17,21]]',
      quote: '“We” … “go”',
      prefix: '😀 ',
      suffix: '',
      attributes: '{"speaker": "he"}',
      note: '-no',
      confidence: '0.5',
      layer_state: 'open',
      codebook_version: '3',
      created_at: '2026-11-24T09:15:39.123Z',
      updated_at: '2026-11-24T09:15:40.000Z',
    },
  ]);
});

test('for a spreadsheet it begins with a byte order mark and no cell with a formula', () => {
  expect(csvHead({ dialect: 'excel', text: true }).startsWith('\ufeffannotation_id,')).toBe(true);
  expect(read({ dialect: 'excel', text: true })[0]).toMatchObject({
    article_title: "'=Title",
    author: "'@author",
    note: "'-no",
  });
});

test('without text the three columns of text are not there', () => {
  const columns = Object.keys(read({ dialect: 'bare', text: false })[0] ?? {});
  expect(columns).toHaveLength(24);
  expect(columns.filter((column) => ['quote', 'prefix', 'suffix'].includes(column))).toEqual([]);
  expect(read({ dialect: 'bare', text: false })[0]).toMatchObject({ note: '-no', start: '2' });
});
