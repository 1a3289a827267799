import type { Announcement } from '@/lib/live/live-channel';
import type { MergeInput, MergeView } from '@/lib/adjudication/merge/merge';
import type { Viewer } from '@/lib/access/viewer';
import type {
  ChangedArticles,
  ChangesQuery,
  ChangesResult,
  WhoseQuery,
} from '@/lib/adjudication/changes/changes-view';
import { listChanges } from '@/lib/adjudication/changes/list-changes';
import { readChanges, readChangesView } from '@/lib/adjudication/changes/read-changes';
import { mergeQuietly } from '@/lib/adjudication/merge/merge-article';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import {
  readAdjudicationWorkspace,
  readAdjudicationPageData,
} from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { isSmallArticle, isSmallProject } from '@/lib/annotation/workload';
import type { OffsetUnit } from '@/lib/article/code-points';
import type { Computation } from '@/lib/compute/computation';
import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import { announce } from '@/lib/live/announce';

type OfArticle = { viewer: Viewer; articleId: string };
type OfProject = { viewer: Viewer; projectId: string };

const ofArticle = {
  advice: 'Have annotations removed that lie within many others, or leave large layers out.',
  maxMilliseconds: 30_000,
};
const ofProject = {
  advice: 'Ask for fewer articles, or for one person.',
  maxMilliseconds: 60_000,
};

/**
 * An article's `AdjudicationWorkspace` in JSON (UTF-8), which is passed on without being parsed.
 */
export const workspaceComputation: Computation<OfArticle & { offsetUnit: OffsetUnit }, Uint8Array> =
  {
    name: 'adjudication/workspace',
    subject: 'Comparing the layers of this article',
    ...ofArticle,
    async run({ viewer, articleId, offsetUnit }) {
      return Buffer.from(
        JSON.stringify(await readAdjudicationWorkspace(viewer, articleId, offsetUnit)),
      );
    },
  };

/** The data of the adjudication page, for a manager. */
export const pageComputation: Computation<OfArticle, AdjudicationPageData> = {
  name: 'adjudication/page',
  subject: 'Comparing the layers of this article',
  ...ofArticle,
  run: ({ viewer, articleId }) => readAdjudicationPageData(viewer, articleId),
};

/** A merge of an article, with what is to be announced of it: the worker has no live connections. */
export const mergeComputation: Computation<
  OfArticle & { input: MergeInput },
  { view: MergeView; announcements: Announcement[] }
> = {
  name: 'adjudication/merge',
  subject: 'This merge',
  ...ofArticle,
  maxMilliseconds: 60_000,
  run: ({ viewer, articleId, input }) => mergeQuietly(viewer, articleId, input),
};

/** The outcome of one layer of an article. */
export const changesComputation: Computation<OfArticle & { query: WhoseQuery }, ChangesResult> = {
  name: 'adjudication/changes',
  subject: 'Comparing this layer with the consensus',
  ...ofArticle,
  run: ({ viewer, articleId, query }) => readChanges(viewer, articleId, query),
};

/** The same for the API, a `ChangesView` in JSON (UTF-8). */
export const changesViewComputation: Computation<
  OfArticle & { query: WhoseQuery & { offsetUnit: OffsetUnit } },
  Uint8Array
> = {
  name: 'adjudication/changes-view',
  subject: 'Comparing this layer with the consensus',
  ...ofArticle,
  async run({ viewer, articleId, query }) {
    return Buffer.from(JSON.stringify(await readChangesView(viewer, articleId, query)));
  },
};

/** The outcomes of one person's layers in a project. */
export const changedArticlesComputation: Computation<
  OfProject & { query: ChangesQuery },
  ChangedArticles
> = {
  name: 'adjudication/changed-articles',
  subject: 'Comparing these layers with the consensus',
  ...ofProject,
  run: ({ viewer, projectId, query }) => listChanges(viewer, projectId, query),
};

type Signal = AbortSignal | undefined;

const forArticle = async (viewer: Viewer, articleId: string, signal?: Signal) =>
  ({
    userId: viewer.userId,
    isSmall: await isSmallArticle(articleId),
    ...(signal && { signal }),
  }) satisfies ComputeOptions;

const forProject = async (viewer: Viewer, projectId: string, signal?: Signal) =>
  ({
    userId: viewer.userId,
    isSmall: await isSmallProject(projectId),
    ...(signal && { signal }),
  }) satisfies ComputeOptions;

/**
 * `readAdjudicationWorkspace` in JSON; in the worker pool where the article has many annotations.
 */
export async function computeAdjudicationWorkspace(
  viewer: Viewer,
  articleId: string,
  offsetUnit: OffsetUnit,
  signal?: Signal,
): Promise<Uint8Array> {
  const options = await forArticle(viewer, articleId, signal);
  return compute(workspaceComputation, { viewer, articleId, offsetUnit }, options);
}

/** `readAdjudicationPageData`; in the worker pool where the article has many annotations. */
export async function computePage(
  viewer: Viewer,
  articleId: string,
): Promise<AdjudicationPageData> {
  return compute(pageComputation, { viewer, articleId }, await forArticle(viewer, articleId));
}

/**
 * Merges an article, in the worker pool where it has many annotations, and announces what changed.
 * A merge that has begun is not aborted with its request.
 */
export async function computeMerge(
  viewer: Viewer,
  articleId: string,
  input: MergeInput,
): Promise<MergeView> {
  const options = await forArticle(viewer, articleId);
  const { view, announcements } = await compute(
    mergeComputation,
    { viewer, articleId, input },
    options,
  );
  announce(...announcements);
  return view;
}

/** `readChanges`; in the worker pool where the article has many annotations. */
export async function computeChanges(
  viewer: Viewer,
  articleId: string,
  query: WhoseQuery,
): Promise<ChangesResult> {
  const options = await forArticle(viewer, articleId);
  return compute(changesComputation, { viewer, articleId, query }, options);
}

/** `readChangesView` in JSON; in the worker pool where the article has many annotations. */
export async function computeChangesView(
  viewer: Viewer,
  articleId: string,
  query: WhoseQuery & { offsetUnit: OffsetUnit },
  signal?: Signal,
): Promise<Uint8Array> {
  const options = await forArticle(viewer, articleId, signal);
  return compute(changesViewComputation, { viewer, articleId, query }, options);
}

/** `listChanges`; in the worker pool where the project has many annotations. */
export async function computeChangedArticles(
  viewer: Viewer,
  projectId: string,
  query: ChangesQuery,
  signal?: Signal,
): Promise<ChangedArticles> {
  const options = await forProject(viewer, projectId, signal);
  return compute(changedArticlesComputation, { viewer, projectId, query }, options);
}
