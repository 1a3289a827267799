import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  choicesComputation,
  panelComputation,
  setAlphaComputation,
  statisticsComputation,
} from '@/lib/agreement/computations';
import type { AgreementArticle } from '@/lib/agreement/statistics/statistics-store';
import { findAgreementArticles } from '@/lib/agreement/statistics/statistics-store';
import type { Computation, Progress } from '@/lib/compute/computation';
import { compute, computingFigures } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { openComputing } from '@/server/compute/open-computing';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

describe('the workers', () => {
  let articles: AgreementArticle[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const { projectId, owner } = await aProject();
    const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
    for (const title of ['A', 'B'])
      await aReadArticle(
        projectId,
        [
          [ada, [['loaded_framing', 'failed']]],
          [ben, [['loaded_framing', 'failed gamble']]],
        ],
        { title },
      );
    articles = await findAgreementArticles(db(), projectId, owner.userId);
    close = openComputing();
  });

  afterAll(() => close());

  it('compute as this process does, and store what they made', async () => {
    expect(await compute(statisticsComputation, articles)).toBeNull();
    const request = { articles, choice: {}, label: null };
    const panel = await compute(panelComputation, request);
    expect(panel).toEqual(await panelComputation.run(request, {}));
    expect(panel?.articles).toBe(2);
    const choices = await compute(choicesComputation, articles);
    expect(choices).toEqual(await choicesComputation.run(articles, {}));
    expect(computingFigures()).toMatchObject({ completed: 3, running: 0, waiting: 0 });
  });

  it('notify of progress, and can be ended', async () => {
    const seen: Progress[] = [];
    const request = {
      articles,
      choice: {},
      label: null,
      item: 'token',
      distance: 'jaccard',
    } as const;
    const onProgress = (at: Progress) => seen.push(at);
    const figure = await compute(setAlphaComputation, request, { onProgress });
    expect(figure).toMatchObject({ articles: 2, n: 4, coders: 2, value: expect.any(Number) });
    expect(seen).toEqual([{ done: 2, total: 2 }]);
    const leaving = new AbortController();
    const ended = compute(setAlphaComputation, request, { signal: leaving.signal });
    leaving.abort(new Error('gone'));
    await expect(ended).rejects.toThrow('gone');
    expect((await compute(setAlphaComputation, request)).value).toBe(figure.value);
  });
});

describe('what passes its bounds', () => {
  let close: () => Promise<void>;

  const named = (name: string): Computation<unknown, unknown> => ({
    name: `test/${name}`,
    subject: 'This test',
    advice: 'Choose less.',
    maxMilliseconds: 30_000,
    run: () => Promise.reject(new Error('It ran in this process.')),
  });
  const thrownBy = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (thrown: unknown) => thrown,
    );
  /** That the pool still works afterwards. */
  const afterwards = async () => [await compute(named('echo'), 'here'), computingFigures()];

  beforeAll(() => {
    close = openComputing({
      worker: `${process.cwd()}/tests/server/compute/test-worker.mjs`,
      workers: 1,
      maxMegabytes: 64,
      maxWaitingPerPerson: 1,
    });
  });

  afterAll(() => close());

  it('of time is ended and refused', async () => {
    const thrown = await thrownBy(compute(named('endless'), null, { maxMilliseconds: 1000 }));
    expect(thrown).toBeInstanceOf(Refusal);
    expect(thrown).toMatchObject({
      reason: 'costly',
      message:
        'This test takes longer than a second, so it was ended. Nothing was changed. Choose less.',
    });
    expect(await afterwards()).toMatchObject(['here', { running: 0, waiting: 0, timedOut: 1 }]);
  });

  it('of memory is ended and refused, and this process goes on', async () => {
    // V8 prints a trace that Jest would take for the end of its own worker.
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = () => true;
    const thrown = await thrownBy(compute(named('hungry'), null)).finally(() => {
      process.stderr.write = write;
    });
    expect(thrown).toBeInstanceOf(Refusal);
    expect(thrown).toMatchObject({
      reason: 'costly',
      message: expect.stringMatching(/^This test needs more memory than .* Choose less\.$/),
    });
    expect(await afterwards()).toMatchObject(['here', { running: 0, waiting: 0, crashed: 1 }]);
  });

  it('of waiting is refused, and what waited is computed', async () => {
    const leaving = new AbortController();
    const userId = 'ada';
    const endless = thrownBy(compute(named('endless'), null, { userId, signal: leaving.signal }));
    const waiting = compute(named('echo'), 'waited', { userId });
    const more = await thrownBy(compute(named('echo'), null, { userId }));
    expect(more).toMatchObject({ reason: 'too-many', retryAfter: expect.any(Number) });
    expect(computingFigures()).toMatchObject({ running: 1, waiting: 1, refused: 1 });
    leaving.abort();
    expect(await endless).toMatchObject({ name: 'AbortError' });
    expect(await waiting).toBe('waited');
    expect(await afterwards()).toMatchObject(['here', { running: 0, waiting: 0, cancelled: 1 }]);
  });

  it('but a fault of ours stays one', async () => {
    await expect(compute(named('broken'), null)).rejects.toThrow('It is broken.');
    expect(await afterwards()).toMatchObject(['here', { running: 0, waiting: 0, failed: 1 }]);
  });
});
