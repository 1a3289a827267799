import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { basic3 } from '@/lib/codebook/basic-3';
import { codebookEntryView, codebookVersionView, codebookView } from '@/lib/codebook/codebook-view';

const at = '2026-05-01T12:00:00.000Z';

test('a draft and a version are the codebook with a few words more', () => {
  const draft = { ...basic3, version: 1, updatedAt: at };
  const version = { ...basic3, version: 1, publishedAt: at, publishedBy: null };
  expect(codebookView.parse(draft)).toEqual(draft);
  expect(codebookVersionView.parse(version)).toEqual(version);
  expect(codebookEntryView.parse(version)).toEqual({
    version: 1,
    publishedAt: at,
    publishedBy: null,
  });
});

test.each([codebookView, codebookVersionView, codebookEntryView])('can be described', (view) => {
  expect(z.toJSONSchema(view)).toHaveProperty('properties.version');
});
