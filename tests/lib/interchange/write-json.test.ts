import { changeLayerState, listLayers } from '@/lib/annotation/layers';
import { listAnnotations } from '@/lib/annotation/annotations';
import { readVersion } from '@/lib/codebook/read-codebook';
import { changeThreadState, listThreads } from '@/lib/discussion/threads';
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { exportArticle, exportProject } from '@/lib/interchange/export-annotations';
import { exportDownload } from '@/lib/interchange/export-download';
import { exportQuery } from '@/lib/interchange/export-query';
import type { ExportedProject } from '@/lib/interchange/exported-project';
import { exportedProject } from '@/lib/interchange/exported-project';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

const text = 'The 😀 regime’s “plan”, he said, “fails”.\n\nשלום עולם 👩‍👩‍👧 e\u0301nd.';
const all = { limit: 1000, offsetUnit: 'code-point' } as const;

const at = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

async function aProjectWithTalk() {
  const { projectId, owner } = await aProject({ blind: 'after-submit', hideSource: true });
  const beta = await anArticle(projectId, { title: 'Beta', text, source: 'Outlet' });
  const alpha = await anArticle(projectId, { title: 'Alpha' });
  const [ada, ben] = [
    await aMember(projectId, 'analyst', { name: 'Ada' }),
    await aMember(projectId, 'analyst', { name: 'Ben' }),
  ];
  const { articleId } = beta;
  const split = [at('“plan”'), at('“fails”')];
  const { id: annotationId, layerId } = await anAnnotation(ada, articleId, { segments: split });
  await anAnnotation(ada, articleId, { segments: [at('👩‍👩‍👧')], note: 'x "y"\r\nz' });
  await anAnnotation(ben, articleId, { segments: [at('e\u0301nd')] });
  await changeLayerState(ada, layerId, 'submitted');
  const on = await aThread(ada, articleId, { annotationId, body: '@Ben: 😀?', mentions: [ben] });
  await aComment(owner, on.id, 'שלום');
  await changeThreadState(owner, on.id, 'resolved', 'utf-16');
  await aThread(ben, articleId, { segments: [at('שלום')], body: 'Ben alone' });
  return { projectId, owner, alpha, beta, ada, ben };
}

async function read(made: Awaited<ReturnType<typeof exportProject>>): Promise<ExportedProject> {
  const answer = exportDownload(made);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('content-disposition')).toContain('.json');
  return exportedProject.parse(await answer.json());
}

const of = async (viewer: Viewer, projectId: string, query: object = {}) =>
  read(
    await exportProject(viewer, projectId, exportQuery.parse({ format: 'json', ...query }), 's'),
  );

const without = <T extends object>(value: T, ...names: string[]) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

test('reads back completely: everything that the API returns, in code points of the text', async () => {
  const { projectId, owner, alpha, beta } = await aProjectWithTalk();
  const exported = await of(owner, projectId);
  expect(exported).toMatchObject({ format: 'parallax', version: 1, offsetUnit: 'code-point' });
  expect(exported.project).toEqual({ id: projectId, name: 'A project' });
  expect(exported.articles.map(({ id }) => id)).toEqual([alpha.articleId, beta.articleId]);
  const article = exported.articles[1];
  expect(article?.revisions).toEqual([
    {
      revision: 1,
      text,
      length: Array.from(text).length,
      sha256: createHash('sha256').update(text).digest('hex'),
    },
  ]);
  const layers = await listLayers(owner, beta.articleId);
  expect(article?.layers.map(({ id }) => id)).toEqual(layers.map(({ id }) => id));
  for (const layer of article?.layers ?? []) {
    const { items } = await listAnnotations(owner, layer.id, all);
    expect(layer.annotations).toEqual(items.map((one) => without(one, 'layerId', 'offsetUnit')));
  }
  const { items: threads } = await listThreads(owner, beta.articleId, all);
  expect(article?.threads).toEqual(threads.map((one) => without(one, 'articleId', 'offsetUnit')));
  expect(threads.flatMap(({ comments }) => comments)).toHaveLength(3);
  const codebook = await readVersion(owner, projectId, 1);
  expect(exported.codebooks).toMatchObject([without(codebook, 'publishedBy')]);
});

test('every quote stands at its positions, of annotations and of threads', async () => {
  const { projectId, owner } = await aProjectWithTalk();
  const { articles } = await of(owner, projectId);
  const points = Array.from(text);
  const placed = articles[1]?.layers.flatMap(({ annotations }) => annotations) ?? [];
  for (const { segments, quote } of [...placed, ...(articles[1]?.threads ?? [])]) {
    const there = segments.map(({ start, end }) => points.slice(start, end).join(''));
    expect(there.join(' … ')).toBe(quote);
  }
});

test('holds what its reader may see, and no trace of the rest', async () => {
  const { projectId, beta, ada, ben, owner } = await aProjectWithTalk();
  const blind = await of(ben, projectId);
  const json = JSON.stringify(blind);
  for (const trace of [ada.userId, 'Ada', owner.userId, 'Outlet', '“plan”"', '@Ben'])
    expect(json).not.toContain(trace);
  expect(blind.articles[1]).toMatchObject({
    sourceHidden: true,
    source: null,
    layers: [{ author: { id: ben.userId }, annotations: [{}] }],
    threads: [{ comments: [{ body: 'Ben alone' }] }],
  });
  const one = await exportArticle(ada, beta.articleId, exportQuery.parse({ format: 'json' }), '');
  const { articles } = await read(one);
  expect(articles).toMatchObject([{ sourceHidden: false, layers: [{}, {}], threads: [{}, {}] }]);
});

test('with pseudonyms nobody is named in what the program writes, whoever they are', async () => {
  const { projectId, owner, ada, ben } = await aProjectWithTalk();
  const exported = await of(owner, projectId, { pseudonyms: 'true' });
  const json = JSON.stringify(exported);
  for (const { userId, name } of [owner, ada, ben]) {
    expect(json).not.toContain(userId);
    expect(json).not.toContain(`"${name}"`);
  }
  const author = exported.articles[1]?.layers[0]?.author;
  expect(author).toEqual({ id: null, name: expect.stringMatching(/^analyst-[0-9a-f]{10}$/) });
  const talk = exported.articles[1]?.threads.find(({ state }) => state === 'resolved');
  expect(talk?.comments[0]?.author).toEqual(author);
  expect(talk?.resolvedBy).toEqual(talk?.comments[1]?.author);
  expect(talk?.comments[0]).toMatchObject({ body: '@Ben: 😀?', mentions: [{ id: null }] });
});

test('without the text there is none of it, but for what people typed', async () => {
  const { projectId, owner } = await aProjectWithTalk();
  const json = JSON.stringify((await of(owner, projectId, { text: 'false' })).articles);
  expect(json).not.toMatch(/regime|fails|"quote"|"prefix"|"suffix"|"text":"/);
  expect(json).toContain('sha256');
});
