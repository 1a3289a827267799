import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { addArticle } from '@/lib/article/add-article';
import { articleInput } from '@/lib/article/article';
import { readText } from '@/lib/article/read-article';
import { archiveProject } from '@/lib/project/change-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

const input = (chosen: Partial<z.input<typeof articleInput>> = {}) =>
  articleInput.parse({ title: 'Street closed', text: 'The council voted.', ...chosen });

test('refuses viewers without permission', async () => {
  const { projectId } = await aProject();
  const stranger = await aPerson();
  expect(await refused(addArticle(stranger, projectId, input()))).toMatchObject({
    reason: 'absent',
  });
  for (const role of ['analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    expect(await refused(addArticle(member, projectId, input()))).toMatchObject({
      reason: 'forbidden',
    });
  }
});

test('stores the given fields, and the text to the character', async () => {
  const { projectId } = await aProject();
  const manager = await aMember(projectId, 'manager');
  const text = '  Two  spaces \r\n😀\n\n';
  const article = await addArticle(
    manager,
    projectId,
    input({
      text,
      source: 'The Ledger',
      url: 'https://ledger.example/a',
      publishedAt: '2026-11',
      language: 'EN-gb',
    }),
  );
  expect(article).toMatchObject({
    projectId,
    title: 'Street closed',
    source: 'The Ledger',
    author: null,
    url: 'https://ledger.example/a',
    publishedAt: '2026-11',
    language: 'en-GB',
    revision: 1,
    length: Array.from(text).length,
    blocks: 4,
    sha256: createHash('sha256').update(text).digest('hex'),
    cleanup: [],
    archivedAt: null,
    sourceHidden: false,
  });
  expect(await readText(manager, article.id)).toBe(text);
});

test('detects the language where none is given', async () => {
  const { projectId, owner } = await aProject();
  const text = 'Der Stadtrat hat am Dienstagabend beschlossen, die Straße zu sperren.';
  expect(await addArticle(owner, projectId, input({ text }))).toMatchObject({ language: 'de' });
  expect(await addArticle(owner, projectId, input({ text, language: '' }))).toMatchObject({
    language: '',
  });
});

test('cleans by the steps that are on', async () => {
  const { projectId, owner } = await aProject();
  const text = 'Two  spaces \r\nhere';
  const cleaned = await addArticle(owner, projectId, input({ text, cleanup: 'standard' }));
  expect(await readText(owner, cleaned.id)).toBe('Two spaces\nhere');
  expect(cleaned.cleanup).toContainEqual({ name: 'spaces', version: 1, edits: 2 });
  const article = await addArticle(
    owner,
    projectId,
    input({ text, cleanup: { steps: { spaces: false } } }),
  );
  expect(await readText(owner, article.id)).toBe('Two  spaces \nhere');
});

test('the same id again is the same article; another article is a conflict', async () => {
  const { projectId, owner } = await aProject();
  const id = v7();
  const first = await addArticle(owner, projectId, input({ id, source: 'A' }));
  expect(await addArticle(owner, projectId, input({ id, source: 'A' }))).toEqual(first);
  const manager = await aMember(projectId, 'manager');
  const elsewhere = await aProject({ owner });
  const clashes: (() => Promise<unknown>)[] = [
    () => addArticle(owner, projectId, input({ id, source: 'B' })),
    () => addArticle(owner, projectId, input({ id, source: 'A', text: 'Another text.' })),
    () => addArticle(manager, projectId, input({ id, source: 'A' })),
    () => addArticle(owner, elsewhere.projectId, input({ id, source: 'A' })),
  ];
  for (const clash of clashes) expect(await refused(clash())).toMatchObject({ reason: 'conflict' });
});

test('refuses what is too large, and what is nothing once it is clean', async () => {
  const { projectId, owner } = await aProject();
  const long = input({ text: '€'.repeat(700_000) });
  expect(await refused(addArticle(owner, projectId, long))).toMatchObject({ reason: 'too-large' });
  const nothing = input({ text: '\u200b', cleanup: 'standard' });
  expect(await refused(addArticle(owner, projectId, nothing))).toMatchObject({ reason: 'invalid' });
});

test('an archived project takes no articles', async () => {
  const { projectId, owner } = await aProject();
  await archiveProject(owner, projectId);
  expect(await refused(addArticle(owner, projectId, input()))).toMatchObject({
    reason: 'conflict',
  });
});
