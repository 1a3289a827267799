import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { onDemandFigureView } from '@/lib/agreement/agreement-view';
import { maxAtOnce } from '@/lib/agreement/gamma/mean-pairwise-gamma';
import { computeGamma } from '@/lib/agreement/on-demand/compute-gamma';
import { findAgreementArticles } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import type { QuotedLabels } from '@/tests/builders/a-read-article';
import { aReadArticle } from '@/tests/builders/a-read-article';

const marked: QuotedLabels[] = [
  [
    ['loaded_framing', 'failed gamble'],
    ['unsupported_claim', 'thousands of jobs'],
    ['direct_quote', 'We won'],
  ],
  [
    ['loaded_framing', 'failed'],
    ['unsupported_claim', 'cost thousands of jobs'],
    ['direct_quote', 'We won'],
  ],
];

async function readBy(people: number) {
  const { projectId, owner } = await aProject();
  const analysts: Viewer[] = [];
  for (let at = 0; at < people; at++) analysts.push(await aMember(projectId, 'analyst'));
  await aReadArticle(
    projectId,
    analysts.map((analyst, at) => [analyst, marked[at % 2] ?? []] as const),
  );
  return { analysts, articles: await findAgreementArticles(db(), projectId, owner.userId) };
}

describe('γ of a project', () => {
  it('is of all at once where these are few, with γcat and γk beside it', async () => {
    const { articles } = await readBy(2);
    const progress: number[] = [];
    const request = { articles, choice: {}, label: null };
    const found = await computeGamma(request, { onProgress: ({ done }) => progress.push(done) });
    expect(onDemandFigureView.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      articles: 1,
      n: 6,
      coders: 2,
      reason: null,
      method: expect.stringMatching(/at once.*seed 1/),
    });
    expect(found.value).toBeGreaterThan(0.3);
    expect(found.interval?.low).toBeLessThanOrEqual(found.value ?? 0);
    expect(found.beside.map(({ name, label }) => `${name} ${label}`)).toEqual([
      'γcat null',
      'γk loaded_framing',
      'γk unsupported_claim',
      'γk direct_quote',
    ]);
    expect(progress.length).toBeGreaterThanOrEqual(30);
    expect(await computeGamma(request)).toEqual(found);
  });

  it('is the mean of pairs where they are many', async () => {
    const { articles, analysts } = await readBy(maxAtOnce + 1);
    const found = await computeGamma({ articles, choice: {}, label: null });
    expect(found.method).toMatch(/all pairs of annotators/);
    expect(found.beside).toHaveLength(6);
    expect(found.beside.every(({ name, pair }) => name === 'γ' && pair?.length === 2)).toBe(true);
    const twins = found.beside.find(
      ({ pair }) =>
        pair?.includes(analysts[0]?.userId ?? '') && pair.includes(analysts[2]?.userId ?? ''),
    );
    expect(twins?.value).toBe(1);
  });

  it('is not defined without annotations, or without a selection', async () => {
    const { articles } = await readBy(2);
    expect(await computeGamma({ articles, choice: {}, label: 'nothing' })).toMatchObject({
      value: null,
      n: 0,
      reason: 'nobody annotated anything',
    });
    expect(await computeGamma({ articles, choice: { analysts: [] }, label: null })).toMatchObject({
      value: null,
      articles: 0,
      reason: expect.any(String),
    });
  });

  it('can be ended', async () => {
    const { articles } = await readBy(2);
    const signal = AbortSignal.abort();
    await expect(computeGamma({ articles, choice: {}, label: null }, { signal })).rejects.toThrow();
  });
});
