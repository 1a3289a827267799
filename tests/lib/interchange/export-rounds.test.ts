import { changeLayerState } from '@/lib/annotation/layers';
import { closeRound } from '@/lib/round/rounds';
import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { exportProject, exportArticle } from '@/lib/interchange/export-annotations';
import { exportDownload } from '@/lib/interchange/export-download';
import { exportQuery } from '@/lib/interchange/export-query';
import { roundsOf, roundPages } from '@/lib/interchange/export-rounds';
import type { ExportLayer } from '@/lib/interchange/export-shown';
import { exportedProject } from '@/lib/interchange/exported-project';
import { findRoundId } from '@/lib/interchange/round-store';
import { jsonBytes, jsonList } from '@/lib/interchange/streaming';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anAnnotation } from '@/tests/builders/an-annotation';

describe('round json', () => {
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
});

describe('round pages', () => {
  const csvOf = async (viewer: Viewer, projectId: string, query = {}) => {
    const made = await exportProject(viewer, projectId, exportQuery.parse(query), 's');
    return (await exportDownload(made).text()).trimEnd().split('\r\n');
  };

  test('the rows of a moment are those of the layers in the round, in the same columns', async () => {
    const { projectId, owner, ada, cleo, articleId, layers } = await aDiscussion('closed');
    await anAnnotation(cleo, articleId, { segments: [{ start: 0, end: 3 }] });
    await aReadArticle(projectId, [[ada, [['loaded_framing', 'The']]]], { title: 'Alone' });
    const now = await csvOf(owner, projectId);
    const inRound = now.filter((line) => !/,Cleo,|Alone/.test(line));
    const before = { round: 1, moment: 'before' };
    const after = { round: 1, moment: 'after' };
    expect(inRound).toHaveLength(4);
    expect(await csvOf(owner, projectId, before)).toEqual(inRound);
    expect(await csvOf(owner, projectId, after)).toEqual(inRound);
    await changeLayerState(ada, layers[0], 'open');
    await anAnnotation(ada, articleId, {
      segments: [{ start: 26, end: 33 }],
      attributes: {},
      note: 'So, "well"',
      confidence: 0.25,
    });
    expect(await csvOf(owner, projectId, before)).toEqual(inRound);
    const open = await csvOf(owner, projectId, after);
    expect(open.filter((line) => line.includes(',open,'))).toHaveLength(2);
    await closeRound(owner, projectId, 1);
    const closed = await csvOf(owner, projectId, after);
    expect(closed).toEqual(
      (await csvOf(owner, projectId)).filter((line) => !/,Cleo,|Alone/.test(line)),
    );
    expect(closed.join()).toContain('0.25');
    const article = await exportArticle(owner, articleId, exportQuery.parse(before), 's');
    expect((await exportDownload(article).text()).trimEnd().split('\r\n')).toEqual(inRound);
  });

  test('a reader takes away what they may see, at a moment as now', async () => {
    const { projectId, owner, ada, cleo } = await aDiscussion('closed');
    const before = { round: 1, moment: 'before' };
    const rows = async (who: Viewer) => (await csvOf(who, projectId, before)).length - 1;
    expect([await rows(owner), await rows(ada), await rows(cleo)]).toEqual([3, 3, 0]);
    await closeRound(owner, projectId, 1);
    expect([await rows(owner), await rows(ada), await rows(cleo)]).toEqual([3, 1, 0]);
  });

  test('small articles come together', async () => {
    const { projectId, owner, articleId } = await aDiscussion();
    const roundId = (await findRoundId(db(), projectId, 1)) ?? '';
    const reader = {
      userId: owner.userId,
      role: 'owner',
      projectName: 'P',
      blind: 'closed',
      hideSource: false,
    } as const;
    const nameOf = ({ name }: ExportLayer) => name;
    const at = { roundId, moment: 'before' } as const;
    const pages: number[] = [];
    for await (const { rows, layers } of roundPages(
      reader,
      { projectId, after: null },
      nameOf,
      at,
    )) {
      pages.push((await rows).length);
      expect(
        [...layers.values()].every(({ article }) => article.cells.articleId === articleId),
      ).toBe(true);
    }
    expect(pages).toEqual([3]);
  });
});
