import { expect, test } from '@jest/globals';
import {
  choiceOf,
  emptyIntake,
  inputOf,
  intakeFaults,
  readUpload,
} from '@/components/article/intake-values';
import { articleInput } from '@/lib/article/article';

const values = { ...emptyIntake, title: 'T', text: 'Text.' };
const all = { on: true, off: [] };

test('gives the clean-up as the API expects it', () => {
  expect(choiceOf(all)).toBe('standard');
  expect(choiceOf({ on: false, off: ['spaces'] })).toBe('none');
  expect(choiceOf({ on: true, off: ['spaces'] })).toEqual({ steps: { spaces: false } });
});

test('an article with a title and a text holds; empty fields are not known', () => {
  expect(intakeFaults(values, all)).toEqual({});
  expect(articleInput.parse(inputOf(values, all))).toMatchObject({
    source: null,
    language: null,
    cleanup: 'standard',
  });
});

test('lists the faults by field', () => {
  const wrong = { ...emptyIntake, url: 'ledger', publishedAt: 'yesterday', language: '!' };
  expect(Object.keys(intakeFaults(wrong, all)).sort()).toEqual([
    'language',
    'publishedAt',
    'text',
    'title',
    'url',
  ]);
});

test('reads a text file, named after itself', async () => {
  const read = await readUpload(new File(['“Café” 😀'], 'fog.over.txt'));
  expect(read).toEqual({ text: '“Café” 😀', title: 'fog.over', note: '“fog.over.txt” was read.' });
});

test('says when it was not UTF-8', async () => {
  const read = await readUpload(new File([Uint8Array.from([0x93, 0xe9])], 'a.txt'));
  expect(read).toMatchObject({ text: '“é', note: expect.stringContaining('Windows-1252') });
});

test('says why a file is not taken', async () => {
  expect(await readUpload(new File(['%PDF-1.7'], 'a.pdf'))).toEqual({
    fault: expect.stringContaining('“a.pdf”: This file is a PDF'),
  });
  expect(await readUpload(new File([new Uint8Array(4_200_000)], 'a.txt'))).toEqual({
    fault: expect.stringContaining('4,200,000 bytes'),
  });
});
