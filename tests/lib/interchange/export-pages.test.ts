import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { batchInput } from '@/lib/annotation/annotation';
import { changeBatch } from '@/lib/annotation/change-batch';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { exportPages } from '@/lib/interchange/export-pages';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('a large article comes in pages by start, end, annotator, label and id, each row once', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId, { text: 'The regime said so. '.repeat(400) });
  const labels = ['loaded_framing', 'direct_quote', 'unsupported_claim'];
  for (const role of ['analyst', 'manager'] as const) {
    const who = await aMember(projectId, role);
    const { layer } = await openMyLayer(who, articleId);
    const put = Array.from({ length: 2500 }, (_, at) => {
      const start = (at % 400) * 20 + 4;
      return {
        id: v7(),
        label: labels[at % 3],
        segments: [{ start, end: start + 6 + (at % 2) * 5 }],
      };
    });
    await changeBatch(who, layer.id, batchInput.parse({ put }), null);
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
