import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { placed } from '@/lib/annotation/sent-change';
import { exportPages } from '@/lib/interchange/export-pages';
import { layerRows } from '@/tests/builders/a-layer';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { insertRows } from '@/tests/builders/insert-rows';

test('a large article comes in pages by start, end, annotator, label and id, each row once', async () => {
  const { projectId, owner } = await aProject();
  const { articleId, revisionId, text } = await anArticle(projectId, {
    text: 'The regime said so. '.repeat(400),
  });
  const labels = ['loaded_framing', 'direct_quote', 'unsupported_claim'] as const;
  const details = { attributes: {}, note: '', confidence: null };
  for (const role of ['analyst', 'manager'] as const) {
    const { userId } = await aMember(projectId, role);
    const annotations = Array.from({ length: 2500 }, (_, at) => {
      const start = (at % 400) * 20 + 4;
      const segments = [{ start, end: start + 6 + (at % 2) * 5 }];
      const label = labels[at % 3] ?? '';
      return { id: v7(), nextContent: placed(text, { ...details, label, segments }, 1) };
    });
    const place = { id: v7(), articleId, revisionId, authorId: userId, byId: userId } as const;
    await insertRows(layerRows({ ...place, kind: 'analyst', state: 'open', annotations }));
  }
  const reader = {
    userId: owner.userId,
    role: 'owner',
    projectName: 'P',
    blind: 'closed',
    hideSource: false,
  } as const;
  const keys: string[] = [];
  let pages = 0;
  for await (const { rows, layers } of exportPages(reader, { articleId }, ({ name }) => name)) {
    pages++;
    for (const { segments, label, id, layerId } of await rows) {
      const [start = 0, end = 0] = segments[0] ?? [];
      const places = [start, end].map((position) => String(position).padStart(6, '0'));
      const name = layers.get(layerId)?.layer.annotator ?? '';
      keys.push([...places, name, label, id].join(' '));
    }
  }
  expect(pages).toBeGreaterThan(2);
  expect(new Set(keys).size).toBe(5000);
  expect(keys).toEqual(keys.toSorted());
}, 60_000);
