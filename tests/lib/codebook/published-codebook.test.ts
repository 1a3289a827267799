import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { basic3 } from '@/lib/codebook/basic-3';
import { publishedCodebook } from '@/lib/codebook/published-codebook';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';

test('reads a version once and remembers it', async () => {
  const { projectId } = await aProject();
  const first = await publishedCodebook(db(), projectId, 1);
  expect(first).toEqual(basic3);
  expect(await publishedCodebook(db(), projectId, 1)).toBe(first);
});

test('does not remember that there was none', async () => {
  expect(await publishedCodebook(db(), v7(), 1)).toBeNull();
});
