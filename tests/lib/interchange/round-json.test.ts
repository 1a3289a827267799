import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { exportProject } from '@/lib/interchange/export-annotations';
import { exportDownload } from '@/lib/interchange/export-download';
import { exportQuery } from '@/lib/interchange/export-query';
import { exportedProject } from '@/lib/interchange/exported-project';
import { roundsOf } from '@/lib/interchange/round-json';
import { jsonBytes, jsonList } from '@/lib/interchange/streaming';
import { closeRound } from '@/lib/round/close-round';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { anAnnotation } from '@/tests/builders/an-annotation';

async function articleOf(viewer: Viewer, projectId: string, query = {}) {
  const asked = exportQuery.parse({ format: 'json', ...query });
  const made = await exportProject(viewer, projectId, asked, 's');
  const exported = exportedProject.parse(await exportDownload(made).json());
  return exported.articles[0];
}

test('both moments of a round are in the export, as far as its reader sees the layers', async () => {
  const { projectId, owner, ada, cleo, articleId, layers } = await aDiscussion('closed');
  await changeLayerState(ada, layers[0], 'open');
  await anAnnotation(ada, articleId, { segments: [{ start: 26, end: 33 }] });
  const quotesOf = async (viewer: Viewer) => {
    const found = await articleOf(viewer, projectId);
    return found?.rounds.map(({ number, layers: of }) => ({
      number,
      layers: of.map(({ layerId, before, after }) => [
        layerId,
        before.map(({ quote }) => quote),
        after?.map(({ quote }) => quote) ?? null,
      ]),
    }));
  };
  const [adas, bens] = [
    [layers[0], ['reckless']],
    [layers[1], ['reckless plan', 'called it a disaster']],
  ] as const;
  const open = {
    number: 1,
    layers: [
      [...adas, null],
      [...bens, null],
    ],
  };
  expect(await quotesOf(owner)).toEqual([open]);
  expect(await quotesOf(ada)).toEqual([open]);
  expect(await quotesOf(cleo)).toEqual([]);
  await closeRound(owner, projectId, 1);
  const adasRound = [...adas, ['reckless', 'Critics']];
  expect(await quotesOf(owner)).toEqual([{ number: 1, layers: [adasRound, [...bens, bens[1]]] }]);
  expect(await quotesOf(ada)).toEqual([{ number: 1, layers: [adasRound] }]);
  expect(await quotesOf(cleo)).toEqual([]);
  // Unchanged annotations are the same as in the layer itself.
  const article = await articleOf(owner, projectId);
  const bensLayer = article?.layers.find(({ id }) => id === layers[1]);
  const inRound = article?.rounds[0]?.layers.find(({ layerId }) => layerId === layers[1]);
  expect(inRound?.after).toEqual(bensLayer?.annotations);
});

test('words may be left out, and codebooks that were met are noted', async () => {
  const { projectId, owner, articleId } = await aDiscussion();
  const bare = await articleOf(owner, projectId, { text: 'false' });
  expect(JSON.stringify(bare?.rounds)).not.toMatch(/quote|prefix|suffix/);
  const codebooks = new Set<number>();
  const none = jsonList(roundsOf(articleId, [], { text: true, codebooks }));
  for await (const bytes of jsonBytes(none)) expect(Buffer.from(bytes).toString()).toBe('[]\n');
  expect(codebooks.size).toBe(0);
});
