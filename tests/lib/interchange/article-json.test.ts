import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { articleJson } from '@/lib/interchange/article-json';
import type { ExportViewer } from '@/lib/interchange/export-shown';
import { findExportArticles } from '@/lib/interchange/export-store';
import { jsonBytes } from '@/lib/interchange/streaming';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('an article is exported as its viewer may see it, and collects the codebooks in use', async () => {
  const { projectId } = await aProject({ hideSource: true });
  const { articleId } = await anArticle(projectId, { source: 'Outlet' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { id } = await anAnnotation(ada, articleId);
  await anAnnotation(ben, articleId);
  const [article] = await findExportArticles(db(), { articleId }, 1);
  if (article === undefined) throw new Error('It is not there.');
  const codebooks = new Set<number>();
  const options = {
    nameOf: (_: string, name: string) => name,
    pseudonyms: false,
    text: false,
    anonymous: false,
  };
  const reader: ExportViewer = {
    userId: ada.userId,
    role: 'analyst',
    projectName: 'P',
    blind: 'closed',
    hideSource: true,
  };
  let json = '';
  for await (const part of jsonBytes(await articleJson(reader, article, { ...options, codebooks })))
    json += Buffer.from(part).toString();
  expect(JSON.parse(json)).toMatchObject({
    id: articleId,
    source: null,
    sourceHidden: true,
    threads: [],
    decisions: [],
    merges: [],
    layers: [{ author: { id: ada.userId, name: ada.name }, annotations: [{ id }] }],
  });
  expect([...codebooks]).toEqual([1]);
  expect(json).not.toMatch(/quote|prefix|"text"/);
});
