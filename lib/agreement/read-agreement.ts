import { publishedCodebook } from '@/lib/codebook/read-codebook';
import type { Item } from '@/lib/agreement/on-demand/annotated-articles';
import { quotePassages } from '@/lib/agreement/panel/dividing';
import type { ComputationContext } from '@/lib/compute/computation';
import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { findNames } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import { latestVersion } from '@/lib/codebook/codebook-store';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { invalid } from '@/lib/refusal';
import type { AgreementMeasure, AgreementQuery } from './agreement-query';
import { choiceOf } from './agreement-query';
import type { AgreementView, OnDemandFigureView, PanelView } from './agreement-view';
import { matchingArticles, openArticles } from './open-articles';
import type { ComputedPanel, Choices } from '@/lib/agreement/panel/compute-panel';
import {
  choicesComputation,
  gammaComputation,
  panelComputation,
  setAlphaComputation,
} from './computations';
import { refreshStatistics } from './statistics/refresh-statistics';
import type { AgreementArticle } from './statistics/statistics-store';

/** The items of each α over sets of labels. */
const itemOf: Record<Exclude<AgreementMeasure, 'panel' | 'gamma'>, Item> = {
  'alpha-character': 'character',
  'alpha-token': 'token',
  'alpha-sentence': 'sentence',
};

/** Results for layers that have not changed since. */
const cache = new LRUCache<
  string,
  { choices?: Choices; panel?: ComputedPanel | null; figure?: OnDemandFigureView }
>({
  max: 500,
});

function cacheEntryOf(articles: readonly AgreementArticle[], request: unknown) {
  const hash = createHash('sha256').update(JSON.stringify(request));
  for (const { articleId, fingerprint, source } of articles)
    hash.update(`${articleId} ${fingerprint} ${source ?? ''}\n`);
  const key = hash.digest('base64');
  const known = cache.get(key) ?? {};
  cache.set(key, known);
  return known;
}

async function choicesOf(
  projectId: string,
  open: readonly AgreementArticle[],
  options: ComputeOptions,
) {
  const entry = cacheEntryOf(open, 'choices');
  entry.choices ??= await compute(choicesComputation, open, options);
  const { labels, analysts } = entry.choices;
  const [version, names] = await Promise.all([
    latestVersion(db(), projectId),
    findNames(db(), analysts),
  ]);
  const codebook = await publishedCodebook(db(), projectId, version);
  const known = codebook?.labels ?? [];
  const unknown = labels.filter((label) => !known.some(({ key }) => key === label));
  return {
    labels: [
      ...known.map(({ key, name, color }) => ({ key, name, color })),
      ...unknown.map((key) => ({ key, name: key, color: null })),
    ],
    analysts: analysts.map((id) => ({ id, name: names.get(id) ?? '' })),
    sources: [...new Set(open.map(({ source }) => source))].sort((one, other) =>
      (one ?? '') < (other ?? '') ? -1 : 1,
    ),
    articles: open.length,
  };
}

function requireKnown(
  { label, analysts }: AgreementQuery,
  choices: AgreementView['choices'],
): void {
  if (label !== undefined && !choices.labels.some(({ key }) => key === label))
    throw invalid(
      'label',
      `There is no label “${label}” in this project’s codebook or annotations.`,
    );
  const unlisted = analysts?.find((id) => !choices.analysts.some((one) => one.id === id));
  if (unlisted !== undefined)
    throw invalid(
      'analysts',
      `There is no analyst ${unlisted} among the annotators whose layers are open to you.`,
    );
}

async function panelViewOf(
  panel: ComputedPanel,
  articles: readonly AgreementArticle[],
  {
    choices,
    offsetUnit,
  }: { choices: AgreementView['choices'] } & Pick<AgreementQuery, 'offsetUnit'>,
): Promise<PanelView> {
  const { articles: _, ...figures } = panel;
  const articleAt = (at: number) => ({
    articleId: articles[at]?.articleId ?? '',
    title: articles[at]?.title ?? '',
  });
  const passages = await quotePassages(
    panel.dividingPassages,
    (at) => articles[at]?.revisionId,
    offsetUnit,
  );
  const nameOf = new Map(choices.analysts.map(({ id, name }) => [id, name]));
  return {
    ...figures,
    coders: panel.coders.map((coder) => ({ ...coder, name: nameOf.get(coder.id) ?? '' })),
    dividingArticles: panel.dividingArticles.map(({ at, ...rest }) => ({
      ...articleAt(at),
      ...rest,
    })),
    dividingPassages: passages.map(({ at, ...rest }) => ({ ...articleAt(at), ...rest })),
  };
}

async function panelOf(
  articles: readonly AgreementArticle[],
  query: AgreementQuery,
  options: ComputeOptions,
): Promise<ComputedPanel | null> {
  const [choice, label] = [choiceOf(query), query.label ?? null];
  const entry = cacheEntryOf(articles, { label, choice });
  if (articles.length === 0) return null;
  entry.panel ??= await compute(panelComputation, { articles, choice, label }, options);
  return entry.panel;
}

async function onDemandFigureOf(
  measure: Exclude<AgreementMeasure, 'panel'>,
  articles: readonly AgreementArticle[],
  query: AgreementQuery,
  options: ComputeOptions,
): Promise<OnDemandFigureView> {
  const { distance } = query;
  const [choice, label] = [choiceOf(query), query.label ?? null];
  const entry = cacheEntryOf(articles, { label, choice, measure, distance });
  if (entry.figure !== undefined) return entry.figure;
  const request = { articles, choice, label };
  entry.figure =
    measure === 'gamma'
      ? await compute(gammaComputation, request, options)
      : await compute(
          setAlphaComputation,
          { ...request, item: itemOf[measure], distance },
          options,
        );
  return entry.figure;
}

/** Why there is no figure, without disclosing what the viewer may not know. */
function reasonFor(open: number, matching: number): string {
  if (open === 0)
    return 'No article has two submissions that are open to you yet, so there is nothing to compare.';
  return matching === 0
    ? 'No article is of this outlet. Other filters may show more.'
    : 'No article has annotations by two of the chosen analysts. Other filters may show more.';
}

/**
 * The agreement of a project, over the articles whose layers are open to the viewer. Figures of
 * unchanged layers come from the cache; otherwise statistics are recomputed article by article,
 * with progress in `context`.
 *
 * @throws {Refusal} where the viewer has no access, a filter names something unknown, or an article
 * is too large.
 */
export async function readAgreement(
  viewer: Viewer,
  projectId: string,
  query: AgreementQuery,
  context: ComputationContext = {},
): Promise<AgreementView> {
  const options: ComputeOptions = { ...context, userId: viewer.userId };
  const membership = await requireMembership(viewer, projectId, 'read articles');
  const open = await openArticles(viewer, membership, projectId);
  const matching = matchingArticles(open, query);
  await refreshStatistics(open, options);
  options.signal?.throwIfAborted();
  const choices = await choicesOf(projectId, open, options);
  requireKnown(query, choices);
  const { measure, offsetUnit } = query;
  const common = { projectId, measure, offsetUnit, choices };
  if (measure !== 'panel') {
    const figure = await onDemandFigureOf(measure, matching, query, options);
    const reason = figure.articles === 0 ? reasonFor(open.length, matching.length) : null;
    return { ...common, articles: figure.articles, reason, panel: null, figure };
  }
  const panel = await panelOf(matching, query, options);
  if (panel === null) {
    const reason = reasonFor(open.length, matching.length);
    return { ...common, articles: 0, reason, panel: null, figure: null };
  }
  return {
    ...common,
    articles: panel.articles,
    reason: null,
    panel: await panelViewOf(panel, matching, common),
    figure: null,
  };
}
